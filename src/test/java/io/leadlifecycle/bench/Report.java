package io.leadlifecycle.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that was measured, as tables in Markdown and as raw values. */
final class Report {

  private static final String MEASURES = """
      | measured | median | least to most | |
      |---|---:|---:|---|
      """;
  private static final String GOALS = """
      | goal | at | needed | |
      |---|---:|---:|---|
      """;

  private final Map<Measure, Figure> figures = new EnumMap<>(Measure.class);
  private final List<String> notes = new ArrayList<>();

  void add(Collection<Figure> measured) {
    measured.forEach(this::add);
  }

  void add(Figure figure) {
    figures.put(figure.measure(), figure);
  }

  /** Something that is no figure, as a sentence. */
  void note(String sentence) {
    notes.add(sentence);
  }

  Map<Measure, Figure> figures() {
    return figures;
  }

  /** @param machine stands above the tables */
  String markdown(Machine machine) {
    return machine + ".\n\n" + MEASURES + lines(figures.values().stream().map(Report::row))
        + "\n" + GOALS + lines(Goal.ALL.stream().map(this::row))
        + lines(notes.stream().map(note -> "\n" + note));
  }

  private static String row(Figure figure) {
    return "| %s | %s | %s to %s | %s |".formatted(
        figure.measure().title, number(figure.median()), number(figure.least()), number(figure.most()),
        figure.measure().unit);
  }

  private String row(Goal goal) {
    String name = goal.measure().title + (goal.against() == null ? "" : " / " + goal.against().title);
    String needed = (goal.sense() == Goal.Sense.AT_LEAST ? "≥ " : "≤ ") + number(goal.limit());
    if (!goal.isMeasured(figures)) {
      return "| %s | | %s | not measured |".formatted(name, needed);
    }
    double value = goal.value(figures);
    String met = goal.isMet(value) ? "met" : "**missed**";
    return "| %s | %s | %s | %s |".formatted(name, unflattered(value, goal.sense()), needed, met);
  }

  /** What missed its goal never looks as if it had reached it. */
  private static String unflattered(double value, Goal.Sense sense) {
    return number(value, sense == Goal.Sense.AT_LEAST ? RoundingMode.FLOOR : RoundingMode.CEILING);
  }

  /** One line a round. */
  String raw() {
    List<String> rows = new ArrayList<>(List.of("measure,unit,round,value"));
    figures.values().forEach(figure -> {
      for (int round = 0; round < figure.values().size(); round++) {
        Measure measure = figure.measure();
        rows.add("%s,%s,%d,%s".formatted(measure, measure.unit, round + 1, figure.values().get(round)));
      }
    });
    return lines(rows.stream());
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }

  static String number(double value) {
    return number(value, RoundingMode.HALF_UP);
  }

  /** As exact as it is meant: two decimals below ten, none above a hundred. */
  private static String number(double value, RoundingMode mode) {
    int decimals = value >= 100 || value == Math.rint(value) ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", BigDecimal.valueOf(value).setScale(decimals, mode));
  }
}
