package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Mustache tags in one file of {@code mails/}: variables and sections, and nothing else of Mustache. */
record TemplateTags(List<Tag> tags) {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{(\\{|[#^/&>=!]?)\\s*(.*?)\\s*}}}?", Pattern.DOTALL);

  static TemplateTags in(String text) {
    List<Tag> tags = new ArrayList<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      int line = 1 + (int) text.substring(0, tag.start()).chars().filter(c -> c == '\n').count();
      tags.add(new Tag(tag.group(1), tag.group(2), line, tag.start(), tag.end()));
    }
    return new TemplateTags(tags);
  }

  /** @param sign what stands after the braces: empty for a variable */
  record Tag(String sign, String name, int line, int start, int end) {

    private Optional<Fault> fault(String file, Set<String> known) {
      String message = foreign();
      if (message == null && !known.contains(name)) {
        message = "{{" + name + "}} is not known in this mail";
      }
      return Optional.ofNullable(message).map(text -> new Fault(file, line, text));
    }

    private @Nullable String foreign() {
      return switch (sign) {
        case "{", "&" -> "A variable is always text: write {{" + name + "}} instead of {{{" + name + "}}}";
        case ">" -> "A mail cannot include another file: {{>" + name + "}}";
        case "=" -> "The braces of variables cannot be changed to others: {{=" + name + "}}";
        case "!" -> "A mail has no comments: {{!" + name + "}}";
        default -> null;
      };
    }

    private int depth() {
      return sign.equals("/") ? -1 : sign.matches("[#^]") ? 1 : 0;
    }
  }

  List<Fault> faults(String file, Set<String> known) {
    return tags.stream().flatMap(tag -> tag.fault(file, known).stream()).toList();
  }

  /** Where the value of that variable is put in, apart from what asks whether it has one. */
  Stream<Tag> variables(String name) {
    return tags.stream().filter(tag -> tag.sign().isEmpty() && tag.name().equals(name));
  }

  /** What is there whatever the values are. Lines stay where they are. */
  static String outsideSections(String text) {
    StringBuilder outside = new StringBuilder();
    int depth = 0;
    int end = 0;
    for (Tag tag : in(text).tags()) {
      outside.append(visible(text.substring(end, tag.start()), depth));
      outside.append(visible(tag.depth() == 0 ? text.substring(tag.start(), tag.end()) : "", depth));
      depth += tag.depth();
      end = tag.end();
    }
    return outside.append(visible(text.substring(end), depth)).toString();
  }

  private static String visible(String text, int depth) {
    return depth == 0 ? text : text.replaceAll("[^\n]", "");
  }
}
