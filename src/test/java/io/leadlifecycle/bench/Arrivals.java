package io.leadlifecycle.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads that our program takes in over HTTP. It does no jobs meanwhile, as those do none with whom it is compared. */
record Arrivals(Measure measure, LeadContender ours, Visitors visitors, AtomicInteger number) implements Contender {

  private static final int CONNECTIONS = 8;

  static Arrivals at(LeadContender ours) {
    return of(Measure.CAPTURE, ours, "", new AtomicInteger());
  }

  /** The same program and visitors, who ask for mails as well. */
  Arrivals withConsent() {
    return of(Measure.CAPTURE_WITH_CONSENT, ours, """
        "consent": true, "form": "ebook", "formVersion": "3", "ipAddress": "203.0.113.7", "userAgent": "Firefox",
        """, number);
  }

  private static Arrivals of(Measure measure, LeadContender ours, String more, AtomicInteger number) {
    int port = ours.nodes().get(0).port();
    return new Arrivals(
        measure, ours, new Visitors(port, CONNECTIONS, "/api/leads", n -> lead(n, more), 201), number);
  }

  /** Up to the last answer or, where there are mails, up to the last one. */
  @Override
  public double round(int size) {
    int before = ours.mails().count();
    Instant start = Clock.systemUTC().instant();
    visitors.rush(number, size);
    Instant end = measure == Measure.CAPTURE_WITH_CONSENT
        ? ours.mails().await(before + size)
        : Clock.systemUTC().instant();
    return size / (Duration.between(start, end).toNanos() / 1e9);
  }

  @Override
  public Duration compiled() {
    return ours.compiled();
  }

  private static String lead(int number, String more) {
    return """
        {"email": "visitor%d@firm%d.example", "firstName": "Erika", "lastName": "Muster", "company": "Bau AG",
         "country": "DE", "industry": "Manufacturing", "employees": 120, "customerType": "B2B",
         %s"offer": "ebook-process-automation"}""".formatted(number, number % 1000, more);
  }

  /** Leads come and go; the program is there for others. */
  @Override
  public void close() {}
}
