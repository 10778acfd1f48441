package io.leadlifecycle.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Bars in SVG, a panel for each question, for eyes and for screen readers. What was not measured is left out.
 *
 * @param figures what was measured
 */
record Chart(Map<Measure, Figure> figures) {

  private record Panel(String title, List<Measure> bars) {}

  private static final List<Panel> PANELS = List.of(
      new Panel("Mails per second, or timers where no mail is sent", List.of(
          Measure.OURS, Measure.BARE_TUNED, Measure.BARE_STARTER, Measure.MAIL_SENDER, Measure.OUTBOX)),
      new Panel("Mails per second, by how many leads wait", List.of(
          Measure.AT_10K, Measure.AT_100K, Measure.AT_1M)),
      new Panel("Mails per second, by nodes on one database", List.of(
          Measure.NODES_1, Measure.NODES_2, Measure.NODES_3)));

  private static final Set<Measure> OTHERS =
      EnumSet.of(Measure.BARE_TUNED, Measure.BARE_STARTER, Measure.MAIL_SENDER, Measure.OUTBOX);

  private static final int WIDTH = 760;
  private static final int BARS_AT = 330;
  private static final int LONGEST = 350;
  private static final int ROW = 30;
  private static final int TITLE = 46;

  String svg() {
    StringBuilder drawn = new StringBuilder();
    int y = 8;
    for (Panel panel : shown()) {
      drawn.append(text(16, y + 26, "title", panel.title()));
      y += TITLE;
      for (Measure bar : bars(panel)) {
        drawn.append(bar(y, figures.get(bar), most(panel)));
        y += ROW;
      }
    }
    return frame(y + 12, drawn);
  }

  private String frame(int height, StringBuilder drawn) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">
        <title id="title">Performance of Lead Lifecycle beside others</title>
        <desc id="desc">%s</desc>
        <style>
        text { font: 14px system-ui, -apple-system, 'Segoe UI', sans-serif; fill: #1f2933 }
        .title { font-weight: 600; font-size: 16px }
        .other { fill: #9aa5b1 }
        .ours { fill: #0b69a3 }
        .span { stroke: #1f2933; stroke-width: 1.5 }
        </style>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        %s</svg>
        """.formatted(WIDTH, height, inWords(), drawn);
  }

  private String inWords() {
    return shown().stream()
        .map(panel -> panel.title() + ": " + bars(panel).stream()
            .map(bar -> bar.title + " " + Report.number(figures.get(bar).median()))
            .collect(Collectors.joining("; ")))
        .collect(Collectors.joining(". "));
  }

  /** The line across its end goes from the least to the most. */
  private static String bar(int y, Figure figure, double most) {
    double unit = LONGEST / most;
    return text(16, y + 16, "label", figure.measure().title)
        + svg("<rect class='%s' x='%d' y='%d' width='%.1f' height='20' rx='2'/>",
            OTHERS.contains(figure.measure()) ? "other" : "ours", BARS_AT, y + 1, unit * figure.median())
        + svg("<path class='span' d='M%.1f %dH%.1f'/>",
            BARS_AT + unit * figure.least(), y + 11, BARS_AT + unit * figure.most())
        + text(BARS_AT + unit * figure.most() + 8, y + 16, "label", Report.number(figure.median()));
  }

  private static String text(double x, int y, String kind, String text) {
    return svg("<text x='%.1f' y='%d' class='%s'>%s</text>", x, y, kind, text);
  }

  private static String svg(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace('\'', '"') + "\n";
  }

  private List<Panel> shown() {
    return PANELS.stream().filter(panel -> !bars(panel).isEmpty()).toList();
  }

  private List<Measure> bars(Panel panel) {
    return panel.bars().stream().filter(figures::containsKey).toList();
  }

  private double most(Panel panel) {
    return bars(panel).stream().mapToDouble(bar -> figures.get(bar).most()).max().orElseThrow();
  }
}
