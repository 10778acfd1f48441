package io.leadlifecycle.bench;

import java.util.Map;
import java.util.TreeMap;

/** What our program is told in the benchmark, beside its own application.yaml. */
final class Settings {

  static final String KEY = "leads_a-key-for-benchmarks";
  static final String MAIL_SECRET = "benchmark secret of the mail ledger";
  static final String LIMITS_SECRET = "benchmark secret of all the limits";

  private static final String NO_LIMIT = "1000000000/PT1H";

  private Settings() {}

  /** As in production: mails go to a relay, which is on this machine. */
  static Map<String, String> inProduction(String database, int relayPort) {
    Map<String, String> settings = common(database);
    settings.putAll(Map.of(
        "spring.profiles.active", "production",
        "leads.admin-password", "Open-7-sesame",
        "leads.mail.relay.host", "127.0.0.1",
        "leads.mail.relay.port", String.valueOf(relayPort),
        "leads.mail.relay.starttls", "false",
        "management.server.port", "0",
        "spring.lifecycle.timeout-per-shutdown-phase", "5s"));
    return settings;
  }

  /** Without anything that happens by itself. */
  static Map<String, String> inSandbox(String database) {
    Map<String, String> settings = common(database);
    settings.putAll(Map.of(
        "leads.sandbox", "true",
        "leads.mail.dispatch-automatically", "false",
        "camunda.bpm.job-execution.enabled", "false"));
    return settings;
  }

  private static Map<String, String> common(String database) {
    return new TreeMap<>(Map.ofEntries(
        Map.entry("spring.datasource.url", database),
        Map.entry("spring.datasource.username", "postgres"),
        Map.entry("spring.datasource.password", "postgres"),
        Map.entry("logging.level.root", "warn"),
        Map.entry("server.port", "0"),
        Map.entry("server.address", "127.0.0.1"),
        Map.entry("leads.api-key", KEY),
        Map.entry("leads.public-address", "https://leads.bench.example"),
        Map.entry("leads.company.name", "Benchmark AG"),
        Map.entry("leads.company.imprint", "Benchmark AG, Street 1, 10115 Berlin"),
        Map.entry("leads.company.privacy", "https://www.bench.example/privacy"),
        Map.entry("leads.mail.from", "Leads <leads@bench.example>"),
        Map.entry("leads.mail.secret", MAIL_SECRET),
        Map.entry("leads.consent.secret", "benchmark secret of all the consents"),
        Map.entry("leads.limits.secret", LIMITS_SECRET),
        Map.entry("leads.forms.secret", "benchmark secret of the web forms"),
        Map.entry("leads.consent.per-domain", NO_LIMIT),
        Map.entry("leads.consent.per-free-mail-domain", NO_LIMIT),
        Map.entry("leads.consent.all", NO_LIMIT),
        // Mails go around the clock, or a run at night would measure nothing.
        Map.entry("leads.send-hours.from", "00:00"),
        Map.entry("leads.send-hours.until", "00:00"),
        Map.entry("leads.send-hours.spread", "PT0S"),
        Map.entry("leads.send-hours.holidays", "false")));
  }
}
