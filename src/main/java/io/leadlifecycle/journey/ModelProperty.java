package io.leadlifecycle.journey;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** What a model says of one of its elements by an extension property. */
final class ModelProperty {

  private ModelProperty() {}

  /** Null if it says nothing. */
  static @Nullable String of(Element element, String name) {
    return child(element, "extensionElements").flatMap(extensions -> child(extensions, "properties"))
        .flatMap(properties -> properties.elements().stream())
        .filter(property -> name.equals(property.attribute("name")))
        .map(property -> property.attribute("value"))
        .findFirst()
        .orElse(null);
  }

  private static Stream<Element> child(Element element, String name) {
    return Stream.ofNullable(element.element(name));
  }
}
