package io.leadlifecycle.bench;

import io.leadlifecycle.bench.Visitors.Answers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What our program takes in over HTTP: what leads do, and leads. */
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
        LeadContender.start(Measure.CAPTURE, database, mails, Stock.SMALL.leads(scale))) {
      new FrontDoor(scale, ours, report).measure();
    }
  }

  private void measure() {
    activities();
    captures(Measure.CAPTURE, "");
    captures(Measure.CAPTURE_WITH_CONSENT, """
        "consent": true, "form": "ebook", "formVersion": "3", "ipAddress": "203.0.113.7", "userAgent": "Firefox",
        """);
  }

  private void activities() {
    ours.nodes().get(0).go();
    Visitors many = visitors(2, "/api/activities", n -> views(n, AT_ONCE), 200);
    rush(Measure.ACTIVITIES, many, AT_ONCE);
    Visitors few = visitors(4, "/api/activities", n -> views(n, AT_ONCE_IN_A_HURRY), 200);
    few.pace(number, Duration.ofSeconds(3), A_SECOND_IN_A_HURRY / AT_ONCE_IN_A_HURRY);
    Answers answers = few.pace(number, time(), A_SECOND_IN_A_HURRY / AT_ONCE_IN_A_HURRY);
    report.add(Figure.of(Measure.ACTIVITY_P99, answers.millisecondsOf(0.99)));
    ours.nodes().get(0).rest();
  }

  /** The engine does no jobs meanwhile, as that which it is compared with does none. */
  private void captures(Measure measure, String more) {
    rush(measure, visitors(8, "/api/leads", n -> lead(n, more), 201), 1);
  }

  /** After a warm-up. @param each how much an answer counts */
  private void rush(Measure measure, Visitors visitors, int each) {
    visitors.rush(number, Duration.ofSeconds(3));
    report.add(new Figure(measure, IntStream.range(0, scale.rounds())
        .mapToObj(round -> visitors.rush(number, time()).perSecond() * each)
        .toList()));
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

  private static String lead(int number, String more) {
    return """
        {"email": "visitor%d@firm%d.example", "firstName": "Erika", "lastName": "Muster", "company": "Bau AG",
         "country": "DE", "industry": "Manufacturing", "employees": 120, "customerType": "B2B",
         %s"offer": "ebook-process-automation"}""".formatted(number, number % 1000, more);
  }
}
