package io.leadlifecycle.mail;

import io.leadlifecycle.playbook.Playbook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail module on one database, with a mail server, a clock, and as many nodes as a test wants. */
final class MailScenario implements AutoCloseable {

  static final String ANNA = "anna@example.com";
  static final Playbook PLAYBOOK = new Playbook("classpath:mail-playbook/");

  final TickingClock clock = new TickingClock();
  final SandboxInbox inbox = new SandboxInbox();
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  private final SandboxMailServer server = new SandboxMailServer(inbox, clock);
  private final DataSource database;
  private final MailSettings.Relay relay;

  private MailScenario(DataSource database, int port) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    server.start();
    this.relay = relay(port == 0 ? server.port() : port);
  }

  static MailScenario on(DataSource database) {
    return new MailScenario(database, 0);
  }

  static MailScenario on(DataSource database, MisbehavingServer server) {
    return new MailScenario(database, server.port());
  }

  static MailSettings.Relay relay(int port) {
    return new MailSettings.Relay("127.0.0.1", port, "", "", false, Duration.ofSeconds(2));
  }

  static MailSettings settings(MailSettings.Relay relay) {
    return new MailSettings(
        "Sändbox <leads@example.com>", "secret", MailCap.of("1 per P1D"), Duration.ofMinutes(5), 50, relay);
  }

  /** A node of its own: nothing but the database is shared. */
  Mails node() {
    MailSettings settings = settings(relay);
    FirstInsert firstInsert = new FirstInsert(new JdbcTemplate(database));
    MailLedgerTable ledger = new MailLedgerTable(jdbc, firstInsert);
    MailClaims claims = claims();
    MailGateTable gates = new MailGateTable(jdbc, firstInsert);
    MailGate gate = new MailGate(gates, ledger, claims, settings, transactions);
    Letters letters = new Letters(PLAYBOOK);
    Envelopes envelopes = new Envelopes(letters, settings);
    Dispatcher dispatcher = new Dispatcher(claims, gate, envelopes, new SmtpRelay(relay), settings, clock);
    return new Mails(ledger, gate, dispatcher, letters, envelopes, new AddressHash(settings), settings, clock);
  }

  MailClaims claims() {
    return new MailClaims(jdbc, transactions);
  }

  /** The hand of a node that claims one mail and then is heard of no more. */
  DueMail claimByDyingNode() {
    return claims().claim("dying", clock.instant(), clock.instant().plus(Duration.ofMinutes(5)), 1).get(0);
  }

  static MailOrder nurture(String key) {
    return nurture(key, ANNA);
  }

  static MailOrder nurture(String key, String address) {
    return order(key, MailClass.NURTURE, address, "news-1", null);
  }

  static MailOrder expiring(String key, Instant expires) {
    return order(key, MailClass.NURTURE, ANNA, "news-1", expires);
  }

  static MailOrder service(String key) {
    return order(key, MailClass.SERVICE, ANNA, "opt-in", null);
  }

  static MailOrder order(String key, MailClass mailClass, String address, String template, Instant expires) {
    return new MailOrder(
        key, mailClass, "lead-1", address, "Anna", Locale.ENGLISH, template, values(), expires);
  }

  static Map<String, String> values() {
    return Map.of(
        "firstName", "Anna",
        "company", "Bau AG",
        "imprint", "Example Ltd.\nMain Street 1",
        "unsubscribe", "https://leads.example.com/unsubscribe/abc",
        "confirm", "https://leads.example.com/confirm/abc");
  }

  int port() {
    return server.port();
  }

  List<String> received() {
    return inbox.mails().stream().map(SandboxMail::to).toList();
  }

  Stream<Instant> acceptedAt(String address) {
    return inbox.mails().stream()
        .filter(mail -> mail.to().equals(address))
        .map(SandboxMail::acceptedAt)
        .sorted();
  }

  @Override
  public void close() {
    server.stop();
  }
}
