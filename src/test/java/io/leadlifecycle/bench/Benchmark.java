package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How fast the program is beside the bare engine and what the machine can do, all in one run on one PostgreSQL and
 * one mail server. Writes what it finds into the documentation. Not part of the build.
 *
 * <pre>mvn -Pbench test</pre>
 */
class Benchmark {

  private static final Path PAGE = Path.of("docs", "performance.md");
  private static final Path CHART = Path.of("docs", "images", "performance.svg");
  private static final Path RAW = Path.of("target", "bench");

  private final Scale scale = Scale.asked();
  private final Report report = new Report();

  @Test
  void measures() throws IOException, InterruptedException {
    try (BenchServer server = new BenchServer(); CountingSink mails = new CountingSink()) {
      Machine machine = Machine.ofThis(server.admin());
      try {
        measure(server, mails);
      } finally {
        keep(machine);
      }
      publish(machine);
    }
    assertThat(report.figures()).isNotEmpty();
  }

  private void measure(BenchServer server, CountingSink mails) throws InterruptedException {
    contenders(server, mails);
    if (scale.isOfContendersOnly()) {
      return;
    }
    FrontDoor.measure(scale, server.freshDatabase(), mails, report);
    GrowingStock.measure(scale, server.freshDatabase(), mails, report);
  }

  private void contenders(BenchServer server, CountingSink mails) {
    if (!scale.isOfCapturesOnly()) {
      report.add(contest(Stream.concat(
          Stream.of(LeadContender.start(
              Measure.OURS, server.freshDatabase(), mails, Stock.SMALL.leads(scale))),
          Stream.of(Measure.BARE_TUNED, Measure.BARE_STARTER, Measure.MAIL_SENDER, Measure.OUTBOX)
              .map(measure -> JvmContender.start(measure, server.freshDatabase(), mails)))));
    }
    captures(server, mails);
  }

  /** Those with a mail by themselves: what these leave to do would disturb the others. */
  private void captures(BenchServer server, CountingSink mails) {
    try (LeadContender node = LeadContender.start(
        Measure.CAPTURE, server.freshDatabase(), mails, Stock.SMALL.leads(scale))) {
      Arrivals leads = Arrivals.at(node);
      report.add(contest(Stream.of(leads, JvmContender.start(Measure.BARE_START, server.freshDatabase(), mails))));
      report.add(contest(Stream.of(leads.withConsent())));
    }
  }

  private Collection<Figure> contest(Stream<? extends Contender> those) {
    List<Contender> contenders = new ArrayList<>(those.toList());
    try {
      Contest contest = new Contest(scale);
      report.note("%s, and who was beside it, had %s.".formatted(
          contenders.get(0).measure().title, contest.warmUp(contenders)));
      return contest.between(contenders);
    } finally {
      contenders.forEach(Contender::close);
    }
  }

  /** Also of a run that failed before its end. */
  private void keep(Machine machine) throws IOException {
    System.out.println(report.markdown(machine));
    Files.createDirectories(RAW);
    Files.writeString(RAW.resolve("figures.csv"), report.raw());
    Files.writeString(RAW.resolve("performance.svg"), new Chart(report.figures()).svg());
  }

  private void publish(Machine machine) throws IOException {
    if (!scale.isQuick() && !scale.isOfContendersOnly()) {
      new PerformancePage(PAGE).show(report.markdown(machine));
      Files.writeString(CHART, new Chart(report.figures()).svg());
    }
  }
}
