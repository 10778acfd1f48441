package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportTests {

  private static final Machine MACHINE = new Machine(2, 8, "17", "17.5", LocalDate.parse("2026-01-31"));

  private final Report report = new Report();

  @Test
  void showsTheMedianAndHowFarRoundsWereApart() {
    report.add(Figure.of(Measure.OURS, 410, 398.4, 1502.6));

    assertThat(report.markdown(MACHINE))
        .startsWith("2 cores shared by all, 8 GB of memory, Java 17, PostgreSQL 17.5, 2026-01-31.\n\n| measured |")
        .contains("\n| Nurture mails, Lead Lifecycle | 410 | 398 to 1,503 | mails/s |\n");
  }

  @Test
  void takesTheMiddleOfTwoRounds() {
    assertThat(Figure.of(Measure.OURS, 3, 1).median()).isEqualTo(2);
  }

  @Test
  void holdsRatiosOfMediansAgainstTheirGoals() {
    report.add(List.of(
        Figure.of(Measure.OURS, 400, 400, 9_000), Figure.of(Measure.BARE_TUNED, 500),
        Figure.of(Measure.OUTBOX, 1_001)));

    assertThat(goals()).contains(
        "| Nurture mails, Lead Lifecycle / Bare engine, tuned alike, no mail | 0.80 | ≥ 0.80 | met |",
        "| Nurture mails, Lead Lifecycle / Outbox without an engine | 0.39 | ≥ 0.40 | **missed** |",
        "| Nurture mails, 1 M leads waiting / Nurture mails, 10 k leads waiting | | ≥ 0.90 | not measured |");
  }

  @Test
  void holdsWhatShallBeSmallAgainstItsGoal() {
    report.add(Figure.of(Measure.ROWS, 8.001));
    report.add(Figure.of(Measure.LATENESS_P99, 5));
    report.add(Figure.of(Measure.ACTIVITY_P99, 50.04));
    report.add(Figure.of(Measure.HEAP, 512.3));

    assertThat(goals()).contains(
        "| Rows in tables of the running engine per waiting lead | 8.01 | ≤ 8 | **missed** |",
        "| Lateness of a due mail at half load, p99 | 5 | ≤ 5 | met |",
        "| Answer to activities, 1,500 a second, p99 | 50.1 | ≤ 50 | **missed** |",
        "| Heap of a node with 1 M leads waiting | 513 | ≤ 512 | **missed** |");
  }

  @Test
  void endsWithWhatIsNoFigure() {
    report.add(Figure.of(Measure.OURS, 1));
    report.note("A lead has one row.");

    assertThat(report.markdown(MACHINE)).endsWith(" |\n\nA lead has one row.\n");
  }

  private List<String> goals() {
    return report.markdown(MACHINE).lines().toList();
  }

  @Test
  void keepsTheValueOfEachRound() {
    report.add(Figure.of(Measure.OUTBOX, 1_000.5, 900));

    assertThat(report.raw()).isEqualTo("""
        measure,unit,round,value
        OUTBOX,mails/s,1,1000.5
        OUTBOX,mails/s,2,900.0
        """);
  }

  @Test
  void takesThePlaceOfTheFiguresBefore() {
    String page = "Before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nafter\n";

    assertThat(PerformancePage.shown(PerformancePage.shown(page, "older\n"), "new\n"))
        .startsWith("Before\n<!-- figures: begin -->\n\nnew\n\n![")
        .endsWith(".svg)\n\n<!-- figures: end -->\nafter\n")
        .doesNotContain("old");
    assertThatThrownBy(() -> PerformancePage.shown("no marks", "new"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsWhatWasMeasured() throws Exception {
    Document chart = chart(Map.of(
        Measure.OURS, Figure.of(Measure.OURS, 500), Measure.OUTBOX, Figure.of(Measure.OUTBOX, 900, 1_000, 1_250)));

    assertThat(attributes(chart, "rect", "width")).containsExactly("100%", "140.0", "280.0");
    assertThat(attributes(chart, "rect", "class")).containsExactly("", "ours", "other");
    assertThat(chart.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo(
        "Mails per second, or timers where no mail is sent: "
            + "Nurture mails, Lead Lifecycle 500; Outbox without an engine 1,000");
  }

  private static Document chart(Map<Measure, Figure> figures) throws Exception {
    String svg = new Chart(figures).svg();
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> attributes(Document chart, String element, String name) {
    var found = chart.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> ((Element) found.item(i)).getAttribute(name))
        .toList();
  }
}
