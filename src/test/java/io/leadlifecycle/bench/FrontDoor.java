package io.leadlifecycle.bench;

import io.leadlifecycle.bench.Visitors.Answers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What leads do, as our program takes it in over HTTP. */
final class FrontDoor {

  private static final int AT_ONCE = 1_000;
  /** Who waits for its answer does not collect a thousand. */
  private static final int AT_ONCE_IN_A_HURRY = 25;
  private static final double A_SECOND_IN_A_HURRY = 1_500;

  private final Scale scale;
  private final LeadContender ours;
  private final List<String> leads;
  private final AtomicInteger number = new AtomicInteger();
  private final Report report;

  private FrontDoor(Scale scale, LeadContender ours, Report report) {
    this.scale = scale;
    this.ours = ours;
    this.report = report;
    this.leads = ours.waiting().ids();
  }

  static void measure(Scale scale, String database, CountingSink mails, Report report) {
    try (LeadContender ours =
        LeadContender.start(Measure.ACTIVITIES, database, mails, Stock.SMALL.leads(scale))) {
      new FrontDoor(scale, ours, report).measure();
    }
  }

  private void measure() {
    ours.nodes().get(0).go();
    Visitors many = visitors(2, "/api/activities", n -> views(n, AT_ONCE), 200);
    rush(Measure.ACTIVITIES, many, AT_ONCE);
    Visitors few = visitors(4, "/api/activities", n -> views(n, AT_ONCE_IN_A_HURRY), 200);
    few.pace(number, warmUp(), A_SECOND_IN_A_HURRY / AT_ONCE_IN_A_HURRY);
    Answers answers = few.pace(number, time(), A_SECOND_IN_A_HURRY / AT_ONCE_IN_A_HURRY);
    report.add(Figure.of(Measure.ACTIVITY_P99, answers.millisecondsOf(0.99)));
    ours.nodes().get(0).rest();
  }

  /** After a warm-up. @param each how much an answer counts */
  private void rush(Measure measure, Visitors visitors, int each) {
    visitors.rush(number, warmUp());
    report.add(new Figure(measure, IntStream.range(0, scale.rounds())
        .mapToObj(round -> visitors.rush(number, time()).perSecond() * each)
        .toList()));
  }

  private Duration warmUp() {
    return Duration.ofSeconds(scale.isQuick() ? 1 : 20);
  }

  private Duration time() {
    return Duration.ofSeconds(scale.isQuick() ? 3 : 10);
  }

  private Visitors visitors(int connections, String path, Visitors.Request request, int expected) {
    return new Visitors(ours.nodes().get(0).port(), connections, path, request, expected);
  }

  private String views(int number, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> view(number, i, leads.get((number * count + i) % leads.size())))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String view(int number, int i, String lead) {
    return """
        {"lead": "%s", "key": "view-%d-%d", "kind": "page-view", "detail": "/products/%d"}"""
        .formatted(lead, number, i, i % 50);
  }
}
