package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.calendar.SendHours;
import io.leadlifecycle.letter.Templates;
import io.leadlifecycle.smtp.MailSink;
import io.leadlifecycle.smtp.RelaySettings;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import io.leadlifecycle.smtp.SandboxMailServer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail module on one database, with a mail server, a clock, and as many nodes as a test wants. */
final class MailScenario implements AutoCloseable {

  static final String ANNA = "anna@example.com";

  static final Duration TIMEOUT = Duration.ofMillis(400);

  private static final Duration CONVERSATION = Duration.ofSeconds(1);

  static final Place UTC = new Place(ZoneOffset.UTC, null);

  /** Every hour of every day, unless a test says otherwise. */
  SendHours hours = new SendHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, EnumSet.allOf(DayOfWeek.class), true);
  final TickingClock clock = new TickingClock();
  final SandboxInbox inbox = new SandboxInbox();
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  private final SandboxMailServer server = new SandboxMailServer(inbox, clock);
  final NamedParameterJdbcTemplate named;
  private final RelaySettings relay;

  private MailScenario(DataSource database, Optional<MailSink> other) {
    this.named = new NamedParameterJdbcTemplate(database);
    this.jdbc = JdbcClient.create(database);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(database));
    server.start();
    this.relay = other.map(slow -> relay(slow.port(), TIMEOUT, CONVERSATION)).orElseGet(() -> relay(server.port()));
  }

  static MailScenario on(DataSource database) {
    return new MailScenario(database, Optional.empty());
  }

  /** With that mail server, which is given little time. */
  static MailScenario on(DataSource database, MailSink server) {
    return new MailScenario(database, Optional.of(server));
  }

  static RelaySettings relay(int port) {
    return relay(port, Duration.ofSeconds(2), Duration.ofSeconds(20));
  }

  static RelaySettings relay(int port, Duration timeout, Duration conversation) {
    return new RelaySettings("127.0.0.1", port, "", "", false, timeout, conversation, 4, 100, true, 0, 0);
  }

  static MailSettings settings(String cap) {
    return settings(cap, 50);
  }

  static MailSettings settings(String cap, int batch) {
    return new MailSettings(
        "Sändbox <leads@example.com>", "secret", MailCap.of(cap), MailCap.of("20 per PT1H"),
        Duration.ofMinutes(5), batch, "", "");
  }

  RelaySettings relay() {
    return relay;
  }

  static Allowance allowance(Mails mails, String address) {
    return mails.outlooks(List.of(address)).get(address).allowance();
  }

  void skip(Mails mails, MailOrder order, String reason) {
    transactions.executeWithoutResult(transaction -> mails.skipAtCommit(order, reason));
  }

  /** A node of its own: nothing but the database is shared. */
  Mails node() {
    return node("1 per P1D", Checkpoints.NONE);
  }

  Mails node(String cap) {
    return node(cap, Checkpoints.NONE);
  }

  Mails node(String cap, Checkpoints checkpoints) {
    return parts(cap, checkpoints).mails();
  }

  MailParts parts(String cap, Checkpoints checkpoints) {
    return MailParts.of(named, relay, settings(cap), new SendCalendar(hours), clock, checkpoints);
  }

  /** A node whose machine is ahead of the others by so much. */
  Mails nodeWithClock(Duration ahead) {
    return MailParts.of(
        named, new MailGateTable(named, new FirstInsert(named.getJdbcOperations())), relay, settings("1 per P1D"),
        new SendCalendar(hours), Clock.offset(clock, ahead), Clock.offset(Clock.systemUTC(), ahead),
        Checkpoints.NONE).mails();
  }

  /** A node that sees the gates in its own way. */
  Mails node(MailGateTable gates) {
    return MailParts.of(
        named, gates, relay, settings("1 per P1D"), new SendCalendar(hours), clock, Clock.systemUTC(),
        Checkpoints.NONE).mails();
  }

  IdleGates idleGates() {
    MailGateTable gates = new MailGateTable(named, new FirstInsert(named.getJdbcOperations()));
    return new IdleGates(
        gates, new CommonTime(named, clock), settings("1 per P1D"),
        Objects.requireNonNull(transactions.getTransactionManager()));
  }

  MailGate gate() {
    return parts("1 per P1D", Checkpoints.NONE).gate();
  }

  Pass letThrough(DueMail claimed, Instant reserved) {
    MailGate gate = gate();
    return gate.letThrough(gate.sift(List.of(claimed), clock.instant()), List.of(claimed), reserved).get(0);
  }

  MailClaims claims() {
    return new MailClaims(named, transactions, new Variables(settings("1 per P1D")));
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
        key, mailClass, "lead-1", mailClass == MailClass.NURTURE ? "lead-1:1" : null, address, "Anna",
        Locale.ENGLISH, UTC, template, Templates.values(), expires);
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
