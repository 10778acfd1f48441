package io.leadlifecycle.consent;

import io.leadlifecycle.consent.ConsentRequest.Confirmation;
import io.leadlifecycle.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Consents and their requests. Plain SQL, because a confirmation and a withdrawal at the same moment must
 * wait for each other.
 */
@Component
class ConsentTable {

  private final JdbcClient jdbc;

  ConsentTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ConsentStanding standing(LeadId lead) {
    return select(lead, "").orElse(ConsentStanding.none(lead));
  }

  /** Until the transaction ends, nobody else changes anything about this lead's consent. */
  ConsentStanding lock(LeadId lead) {
    return select(lead, " for update").orElseGet(() -> insert(lead));
  }

  void save(ConsentStanding standing) {
    jdbc.sql("update consent set state = ?, allowed_by = ?, given_at = ?, withdrawn_at = ?, withdrawn_by = ?"
            + " where lead_id = ?")
        .param(standing.state().name())
        .param(standing.allowedBy())
        .param(utc(standing.givenAt()))
        .param(utc(standing.withdrawnAt()))
        .param(standing.withdrawnBy())
        .param(standing.lead().value())
        .update();
  }

  void add(ConsentRequest request) {
    jdbc.sql("insert into consent_request"
            + " (lead_id, number, purposes, wording, wording_text, locale, address_typed, form, form_version,"
            + "  requested_at, requested_ip, requested_agent, valid_until)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(request.lead().value())
        .param(request.number())
        .param(Purpose.names(request.signUp().purposes()))
        .param(request.wording().key())
        .param(request.wording().text())
        .param(request.locale().toLanguageTag())
        .param(request.signUp().addressAsTyped())
        .param(request.signUp().form())
        .param(request.signUp().formVersion())
        .param(utc(request.requestedAt()))
        .param(request.signUp().ip())
        .param(request.signUp().userAgent())
        .param(utc(request.validUntil()))
        .update();
  }

  /** All requests of that lead, oldest first. */
  List<ConsentRequest> requests(LeadId lead) {
    return jdbc.sql("select * from consent_request where lead_id = ? order by number")
        .param(lead.value())
        .query(ConsentTable::request)
        .list();
  }

  private Stream<ConsentRequest> forMails(LeadId lead) {
    return requests(lead).stream().filter(request -> request.isFor(Purpose.NURTURE));
  }

  /** Of those for mails. */
  Optional<ConsentRequest> latest(LeadId lead) {
    return forMails(lead).reduce((older, newer) -> newer);
  }

  Optional<ConsentRequest> latestGiven(LeadId lead) {
    return forMails(lead).filter(ConsentRequest::isGiven).reduce((older, newer) -> newer);
  }

  /** The same request as it is now. */
  ConsentRequest again(ConsentRequest request) {
    return requests(request.lead()).get(request.number() - 1);
  }

  Optional<ConsentRequest> ofToken(String tokenHash) {
    return jdbc.sql("select * from consent_request where token_hash = ?")
        .param(tokenHash)
        .query(ConsentTable::request)
        .optional();
  }

  void setToken(ConsentRequest request, String tokenHash) {
    change(request, "token_hash", tokenHash);
  }

  void setGiven(ConsentRequest request, Confirmation given) {
    jdbc.sql("update consent_request set given_at = ?, given_ip = ?, given_agent = ? where lead_id = ? and number = ?")
        .param(utc(given.at()))
        .param(given.ip())
        .param(given.userAgent())
        .param(request.lead().value())
        .param(request.number())
        .update();
  }

  /** Written down once and never changed. */
  void log(LeadId lead, Instant at, String what, String how) {
    jdbc.sql("insert into consent_event (lead_id, at, what, how) values (?, ?, ?, ?)")
        .params(lead.value(), utc(at), what, how)
        .update();
  }

  /** No link that is on its way to this lead works any more. */
  void closeRequests(LeadId lead, Instant at) {
    jdbc.sql("update consent_request set valid_until = ? where lead_id = ? and valid_until > ?")
        .params(utc(at), lead.value(), utc(at))
        .update();
  }

  private void change(ConsentRequest request, String column, @Nullable Object value) {
    jdbc.sql("update consent_request set " + column + " = ? where lead_id = ? and number = ?")
        .params(value, request.lead().value(), request.number())
        .update();
  }

  private Optional<ConsentStanding> select(LeadId lead, String locking) {
    return jdbc.sql("select * from consent where lead_id = ?" + locking)
        .param(lead.value())
        .query(ConsentTable::standing)
        .optional();
  }

  private ConsentStanding insert(LeadId lead) {
    ConsentStanding none = ConsentStanding.none(lead);
    jdbc.sql("insert into consent (lead_id, state) values (?, ?)")
        .params(lead.value(), none.state().name())
        .update();
    return none;
  }

  private static ConsentStanding standing(ResultSet row, int number) throws SQLException {
    return new ConsentStanding(
        leadOf(row),
        ConsentState.valueOf(row.getString("state")),
        row.getString("allowed_by"),
        instant(row, "given_at"),
        instant(row, "withdrawn_at"),
        row.getString("withdrawn_by"));
  }

  private static ConsentRequest request(ResultSet row, int number) throws SQLException {
    return new ConsentRequest(
        leadOf(row),
        row.getInt("number"),
        signUp(row),
        new Wording(row.getString("wording"), row.getString("wording_text")),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        row.getString("token_hash"),
        confirmation(row));
  }

  private static SignUp signUp(ResultSet row) throws SQLException {
    return new SignUp(
        Purpose.of(row.getString("purposes")),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("address_typed"),
        row.getString("form"),
        row.getString("form_version"),
        row.getString("requested_ip"),
        row.getString("requested_agent"));
  }

  private static @Nullable Confirmation confirmation(ResultSet row) throws SQLException {
    Instant at = instant(row, "given_at");
    return at == null ? null : new Confirmation(at, row.getString("given_ip"), row.getString("given_agent"));
  }

  private static LeadId leadOf(ResultSet row) throws SQLException {
    return new LeadId(row.getObject("lead_id", UUID.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
