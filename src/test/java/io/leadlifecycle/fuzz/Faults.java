package io.leadlifecycle.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.fuzz.RawClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was wrong with answers: one line per fault, so that one run shows all of them. */
final class Faults {

  private static final Pattern TELLS_OF_ITSELF = Pattern.compile(
      "\\b(io\\.leadlifecycle|org\\.(springframework|camunda|apache|h2|thymeleaf|hibernate)|java\\.(lang|util|io|time)"
          + "|jakarta|com\\.fasterxml)\\.[\\w.]+|\\bat [\\w.$]+\\([\\w]+\\.java:\\d+\\)");

  private final List<String> faults = new ArrayList<>();

  void add(String fault) {
    faults.add(fault);
  }

  /** @param input that was sent, or that the answer shows of what was sent before */
  void check(String what, String input, Answer answer) {
    String about = "%s <%s> ".formatted(what, input.substring(0, Math.min(60, input.length())))
        .replaceAll("\\p{Cntrl}", "?");
    if (answer.status() >= 500 || answer.status() < 200) {
      add(about + "is answered with " + answer.status());
    }
    Matcher telling = TELLS_OF_ITSELF.matcher(answer.text());
    if (telling.find() && !input.contains(telling.group())) {
      add(about + "makes it tell of " + telling.group());
    }
    if (answer.text().contains(NaughtyStrings.PRODUCT)) {
      add(about + "is evaluated");
    }
    if (answer.lines().stream().anyMatch(line -> line.regionMatches(true, 0, "X-Injected", 0, 10))) {
      add(about + "writes a header");
    }
    if (answer.header("Content-Type").startsWith("text/html") && isMarkup(input) && answer.text().contains(input)) {
      add(about + "stands in a page as it is");
    }
  }

  static boolean isMarkup(String input) {
    return input.length() >= 8 && input.matches("(?s).*(<[a-zA-Z/!]|[\"'][^\\w]*(on|style|>)).*");
  }

  void assertNone() {
    Map<String, Long> counted = faults.stream()
        .collect(Collectors.groupingBy(fault -> fault.replaceAll("<.*> ", "… "), Collectors.counting()));
    assertThat(faults).as("%s", counted).isEmpty();
  }
}
