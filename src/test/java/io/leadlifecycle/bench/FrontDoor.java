package io.leadlifecycle.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What leads do, as our program takes it in over HTTP. */
final class FrontDoor {

  private static final int AT_ONCE = 1_000;
  /** Who waits for its answer does not collect a thousand. */
  private static final int AT_ONCE_IN_A_HURRY = 25;
  private static final double REQUESTS_A_SECOND = 1_500.0 / AT_ONCE_IN_A_HURRY;

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
    Visitors many = visitors(2, n -> views(n, AT_ONCE));
    many.rush(number, warmUp());
    report(Measure.ACTIVITIES, () -> many.rush(number, time()).perSecond() * AT_ONCE);
    Visitors few = visitors(4, n -> views(n, AT_ONCE_IN_A_HURRY));
    few.pace(number, warmUp(), REQUESTS_A_SECOND);
    report(Measure.ACTIVITY_P99, () -> few.pace(number, time(), REQUESTS_A_SECOND).millisecondsOf(0.99));
    ours.nodes().get(0).rest();
  }

  private void report(Measure measure, DoubleSupplier round) {
    report.add(new Figure(measure, DoubleStream.generate(round).limit(scale.rounds()).boxed().toList()));
  }

  private Duration warmUp() {
    return Duration.ofSeconds(scale.isQuick() ? 1 : 20);
  }

  private Duration time() {
    return Duration.ofSeconds(scale.isQuick() ? 3 : 10);
  }

  private Visitors visitors(int connections, Visitors.Request request) {
    return new Visitors(ours.nodes().get(0).port(), connections, "/api/activities", request, 200);
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
