package io.leadlifecycle.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Our program by itself, while ever more leads wait, on ever more nodes, and at half load. */
final class GrowingStock {

  private final Scale scale;
  private final LeadContender ours;
  private final IdlePoll idlePoll;
  private final Report report;

  private GrowingStock(Scale scale, LeadContender ours, Report report) {
    this.report = report;
    this.scale = scale;
    this.ours = ours;
    this.idlePoll = new IdlePoll(new DriverManagerDataSource(ours.database(), "postgres", "postgres"));
  }

  static void measure(Scale scale, String database, CountingSink mails, Report report)
      throws InterruptedException {
    try (LeadContender ours =
        LeadContender.start(Measure.AT_10K, database, mails, Stock.SMALL.leads(scale))) {
      new GrowingStock(scale, ours, report).measure();
    }
  }

  private void measure() throws InterruptedException {
    double rate = waiting(Stock.SMALL).median();
    late(rate / 2);
    onMoreNodes();
    waiting(Stock.MIDDLE);
    waiting(Stock.LARGE);
    size(ours.nodes().get(0));
    Map<String, Long> running = ours.waiting().rowsOfTheEngine("act_ru_");
    report.add(Figure.of(Measure.ROWS, running.values().stream().mapToLong(Long::longValue).sum()));
    report.note("A lead that waits for its first mail has of the running engine's rows %s; and in its history, until that is over, %s."
        .formatted(told(running), told(ours.waiting().rowsOfTheEngine("act_hi_"))));
  }

  private static String told(Map<String, Long> rows) {
    return rows.entrySet().stream()
        .map(table -> table.getValue() + " in `" + table.getKey() + "`")
        .collect(Collectors.joining(", "));
  }

  /** @return mails per second */
  private Figure waiting(Stock stock) throws InterruptedException {
    Figure rate = contest(stock.rate, stock);
    report.add(Figure.of(stock.idlePoll, idlePoll.buffers(ours.nodes().get(0))));
    return rate;
  }

  /** Among as many as that, and those that fall due: who fell due to warm up is gone. */
  private Figure contest(Measure measure, Stock stock) {
    Contest contest = new Contest(scale);
    contest.warmUp(List.of(ours));
    ours.waiting().nobodyBut(stock.leads(scale));
    Figure figure = contest.between(List.of(ours.as(measure))).get(0);
    report.add(figure);
    return figure;
  }

  private void late(double perSecond) throws InterruptedException {
    Lateness lateness = Lateness.of(ours, perSecond, Duration.ofSeconds(scale.isQuick() ? 10 : 60));
    report.add(Figure.of(Measure.LATENESS_MEDIAN, lateness.secondsOf(0.5)));
    report.add(Figure.of(Measure.LATENESS_P99, lateness.secondsOf(0.99)));
  }

  /** A node that rests still sends mails, so those that are not measured must not be there. */
  private void onMoreNodes() {
    contest(Measure.NODES_1, Stock.SMALL);
    for (Measure measure : List.of(Measure.NODES_2, Measure.NODES_3)) {
      ours.join();
      contest(measure, Stock.SMALL);
    }
    report.add(Figure.of(
        Measure.START_UP, ours.nodes().stream().mapToDouble(node -> node.startUp().toMillis() / 1e3).toArray()));
    ours.leaveOnlyTheFirst();
  }

  private void size(RunningNode node) {
    report.add(Figure.of(Measure.HEAP, node.heapInMegabytes()));
    report.add(Figure.of(Measure.RESIDENT, node.residentInMegabytes()));
  }
}
