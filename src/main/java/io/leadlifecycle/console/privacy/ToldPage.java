package io.leadlifecycle.console.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns an export, whatever its sections hold, into what a page can show. */
record ToldPage(ObjectMapper json, Labels labels) {

  /**
   * Something that is known: a text, or fields with names, or a list.
   *
   * @param text null if it is one of the others
   */
  record Told(@Nullable String text, List<Field> fields, List<Told> items) {

    public boolean isEmpty() {
      return text == null && fields.isEmpty() && items.isEmpty();
    }
  }

  record Field(String label, Told value) {}

  List<Field> of(Map<String, Object> export) {
    return export.entrySet().stream()
        .map(section -> new Field(labels.section(section.getKey()), told(plain(section.getValue()))))
        .toList();
  }

  private @Nullable Object plain(@Nullable Object section) {
    return json.convertValue(section, Object.class);
  }

  private Told told(@Nullable Object value) {
    if (value instanceof Map<?, ?> fields) {
      return new Told(null, fields.entrySet().stream().map(this::field).toList(), List.of());
    }
    if (value instanceof Collection<?> items) {
      return new Told(null, List.of(), items.stream().map(this::told).toList());
    }
    return new Told(value == null ? null : labels.text(value), List.of(), List.of());
  }

  private Field field(Map.Entry<?, ?> field) {
    return new Field(labels.field(String.valueOf(field.getKey())), told(field.getValue()));
  }
}
