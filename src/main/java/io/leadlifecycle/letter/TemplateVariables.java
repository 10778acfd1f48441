package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Mustache tags in one file of {@code mails/}. */
record TemplateVariables(String file, List<Tag> tags) {

  private static final Pattern TAG = Pattern.compile("\\{\\{([#^/&{]?)\\s*([^{}]*?)\\s*}}");

  record Tag(String name, boolean isSection, int line) {}

  static TemplateVariables in(String file, String text) {
    List<String> lines = text.lines().toList();
    return new TemplateVariables(
        file, IntStream.range(0, lines.size()).boxed().flatMap(i -> tags(lines.get(i), i + 1)).toList());
  }

  private static Stream<Tag> tags(String text, int line) {
    return TAG.matcher(text).results().map(tag -> new Tag(tag.group(2), tag.group(1).matches("[#^/]"), line));
  }

  List<Fault> unknown(Set<String> known) {
    return tags.stream()
        .filter(tag -> !known.contains(tag.name()))
        .map(tag -> new Fault(file, tag.line(), "{{" + tag.name() + "}} is not known in this mail"))
        .toList();
  }

  List<Fault> missing(List<String> required) {
    return required.stream()
        .filter(name -> tags.stream().noneMatch(tag -> tag.name().equals(name) && !tag.isSection()))
        .map(name -> new Fault(file, 1, "has no {{" + name + "}}, which every nurture mail must show"))
        .toList();
  }
}
