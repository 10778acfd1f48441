package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailOrder;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.test.context.TestPropertySource;

/** What an operator reads at {@code /actuator/prometheus}. */
@AutoConfigureObservability(tracing = false)
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:metrics;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class MetricsTests extends JourneyScenario {

  private static final List<String> PROMISED = List.of(
      "leads_jobs_due ", "leads_jobs_due_age_seconds ", "leads_jobs_total{outcome=\"done\"}",
      "leads_mails_due{class=\"nurture\"}", "leads_mails_due{class=\"service\"}",
      "leads_mails_due_age_seconds{class=\"nurture\"}", "leads_mails_due_age_seconds{class=\"service\"}",
      "leads_mails_total{class=\"service\",state=\"sent\"}", "leads_mails_total{class=\"nurture\",state=\"sent\"}",
      "leads_mails_lateness_seconds_bucket{class=\"nurture\",le=\"1.0\"}",
      "leads_mails_lateness_seconds_bucket{class=\"nurture\",le=\"3600.0\"}",
      "leads_mails_waves_total ", "leads_smtp_connections_active ", "leads_smtp_connections_max ",
      "hikaricp_connections_active{", "hikaricp_connections_pending{", "hikaricp_connections_max{");

  @Autowired private PrometheusMeterRegistry prometheus;

  @Test
  void tellWhatBecomesOfMailsAndHowMuchIsDue() {
    LeadId lead = nurtured("ebook-process-automation");
    pass(Duration.ofDays(3));

    assertThat(prometheus.scrape().lines())
        .satisfies(lines -> PROMISED.forEach(name -> assertThat(lines).anyMatch(line -> line.startsWith(name))));
    assertThat(nurtureMails(lead)).hasSize((int) value("leads_mails_total{class=\"nurture\",state=\"sent\"}"));
    assertThat(value("leads_mails_lateness_seconds_count{class=\"nurture\"}"))
        .isEqualTo(value("leads_mails_total{class=\"nurture\",state=\"sent\"}"));
    assertThat(value("leads_jobs_due ")).isZero();
  }

  /** Nobody does what is due meanwhile. */
  @Test
  void tellForHowLongTheOldestHasBeenDue() {
    LeadId lead = nurtured("ebook-process-automation");
    Duration week = Duration.ofDays(7);
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(week)));
    mails.post(new MailOrder(
        "late:" + lead, MailClass.SERVICE, lead.toString(), null, "late@bau.example", "", Locale.ENGLISH, null,
        "opt-in", Map.of(), null));
    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofMinutes(1))));

    assertThat(value("leads_jobs_due ")).isPositive();
    assertThat(value("leads_jobs_due_age_seconds ")).isBetween(4.0 * 86_400, 7.0 * 86_400);
    assertThat(value("leads_mails_due{class=\"service\"}")).isEqualTo(1);
    assertThat(value("leads_mails_due_age_seconds{class=\"service\"}")).isBetween(59.0, 70.0);
  }

  private double value(String name) {
    return prometheus.scrape().lines()
        .filter(line -> line.startsWith(name))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
