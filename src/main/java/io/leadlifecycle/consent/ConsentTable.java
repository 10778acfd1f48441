package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.LeadIds;
import io.leadlifecycle.lead.Newborns;
import io.leadlifecycle.lead.Traces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Traces standings;

  ConsentTable(JdbcClient jdbc, Newborns newborns) {
    this.jdbc = jdbc;
    this.standings = newborns.traces();
  }

  ConsentStanding standing(LeadId lead) {
    return select(lead, "").orElse(ConsentStanding.none(lead));
  }

  /** Of those leads that were ever asked. */
  List<ConsentStanding> standings(Collection<LeadId> leads) {
    return jdbc.sql("select * from consent where lead_id = any(?)")
        .param(LeadIds.of(leads))
        .query(ConsentTable::standing)
        .list();
  }

  /** Until the transaction ends, nobody else changes anything about this lead's consent. */
  ConsentStanding lock(LeadId lead) {
    return select(lead, " for update").orElseGet(() -> insert(lead));
  }

  void save(ConsentStanding standing) {
    jdbc.sql("""
            update consent
            set state = ?, basis = ?, allowed_by = ?, given_at = ?, withdrawn_at = ?, withdrawn_by = ?
            where lead_id = ?""")
        .param(standing.state().name())
        .param(standing.basis() == null ? null : standing.basis().name())
        .param(standing.allowedBy())
        .param(utc(standing.givenAt()))
        .param(utc(standing.withdrawnAt()))
        .param(standing.withdrawnBy())
        .param(standing.lead().value())
        .update();
  }

  void add(ConsentRequest request) {
    SignUp signUp = request.signUp();
    jdbc.sql("""
            insert into consent_request (lead_id, number, locale, address, form, form_version, ip, user_agent,
              requested_at, valid_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(request.lead().value())
        .param(request.number())
        .param(signUp.shownIn().toLanguageTag())
        .param(signUp.addressAsTyped())
        .param(signUp.form())
        .param(signUp.formVersion())
        .param(signUp.ip())
        .param(signUp.userAgent())
        .param(utc(request.requestedAt()))
        .param(utc(request.validUntil()))
        .update();
    request.boxes().forEach((purpose, wording) ->
        jdbc.sql("""
                insert into consent_box (lead_id, number, purpose, wording, wording_text)
                values (?, ?, ?, ?, ?)""")
            .params(request.lead().value(), request.number(), purpose.name(), wording.key(), wording.text())
            .update());
  }

  /** All requests of that lead, oldest first. */
  List<ConsentRequest> requests(LeadId lead) {
    Map<Integer, Map<Purpose, Wording>> boxes = new HashMap<>();
    jdbc.sql("select * from consent_box where lead_id = ?").param(lead.value()).query(row -> {
      boxes.computeIfAbsent(row.getInt("number"), number -> new EnumMap<>(Purpose.class)).put(
          Purpose.valueOf(row.getString("purpose")),
          new Wording(row.getString("wording"), row.getString("wording_text")));
    });
    return jdbc.sql("select * from consent_request where lead_id = ? order by number")
        .param(lead.value())
        .query((row, number) -> request(row, boxes.get(row.getInt("number"))))
        .list();
  }

  ConsentHistory history(LeadId lead) {
    return new ConsentHistory(requests(lead), events(lead));
  }

  private List<ConsentEvent> events(LeadId lead) {
    return jdbc.sql("select * from consent_event where lead_id = ? order by number")
        .param(lead.value())
        .query((row, number) -> new ConsentEvent(
            row.getInt("number"),
            ConsentEvent.Kind.valueOf(row.getString("kind")),
            ConsentHistory.purposes(row.getString("purposes")),
            row.getString("how"),
            row.getInt("after_request"),
            row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** With the lead's consent locked. */
  void add(LeadId lead, ConsentEvent.Kind kind, Set<Purpose> purposes, String how, Instant at) {
    ConsentHistory so = history(lead);
    jdbc.sql("""
            insert into consent_event (lead_id, number, kind, purposes, how, after_request, at)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .param(lead.value())
        .param(so.events().size() + 1)
        .param(kind.name())
        .param(ConsentHistory.names(purposes))
        .param(how)
        .param(so.requests().size())
        .param(utc(at))
        .update();
  }

  List<RecordedBasis> bases(LeadId lead) {
    return jdbc.sql("select * from consent_basis where lead_id = ? order by number")
        .param(lead.value())
        .query((row, number) -> new RecordedBasis(
            row.getInt("number"),
            Basis.valueOf(row.getString("basis")),
            ConsentHistory.purposes(row.getString("purposes")),
            row.getString("document"),
            Stream.of(row.getString("conditions").split(",")).filter(name -> !name.isEmpty()).toList(),
            row.getObject("given_at", OffsetDateTime.class).toInstant(),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getString("recorded_by")))
        .list();
  }

  void add(LeadId lead, RecordedBasis basis) {
    jdbc.sql("""
            insert into consent_basis (lead_id, number, basis, purposes, document, conditions, given_at,
              recorded_at, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .param(lead.value())
        .param(basis.number())
        .param(basis.basis().name())
        .param(ConsentHistory.names(basis.purposes()))
        .param(basis.document())
        .param(String.join(",", basis.conditions()))
        .param(utc(basis.givenAt()))
        .param(utc(basis.recordedAt()))
        .param(basis.recordedBy())
        .update();
  }

  void delete(LeadId lead) {
    Stream.of("consent_box", "consent_request", "consent_basis", "consent_event", "consent").forEach(
        table -> jdbc.sql("delete from " + table + " where lead_id = ?").param(lead.value()).update());
  }

  /** @return how many sign-ups that nobody confirmed do not tell any more where they came from */
  int forgetNetworks(Instant requestedUntil) {
    return jdbc.sql("""
            update consent_request set ip = null, user_agent = null
            where given_at is null and requested_at <= ? and (ip is not null or user_agent is not null)""")
        .param(utc(requestedUntil))
        .update();
  }

  /** Of the sign-up that came last; 0 if there is none. */
  int lastNumber(LeadId lead) {
    return jdbc.sql("select coalesce(max(number), 0) from consent_request where lead_id = ?")
        .param(lead.value())
        .query(Integer.class)
        .single();
  }

  /** Until when the sign-up that came last can be confirmed. */
  Optional<Instant> lastDeadline(LeadId lead) {
    return jdbc.sql("""
            select valid_until from consent_request where lead_id = ?
            order by number desc fetch first 1 rows only""")
        .param(lead.value())
        .query((row, number) -> row.getObject("valid_until", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** The same request as it is now. */
  ConsentRequest again(ConsentRequest request) {
    return requests(request.lead()).get(request.number() - 1);
  }

  Optional<ConsentRequest> ofToken(String tokenHash) {
    return jdbc.sql("select lead_id, number from consent_request where token_hash = ?")
        .param(tokenHash)
        .query((row, index) -> requests(leadOf(row)).get(row.getInt("number") - 1))
        .optional();
  }

  void setToken(ConsentRequest request, String tokenHash) {
    change(request, "token_hash", tokenHash);
  }

  void setGiven(ConsentRequest request, Browser from, Instant at) {
    change(request, "given_at", utc(at));
    change(request, "given_ip", from.ip());
    change(request, "given_user_agent", from.userAgent());
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
    return !standings.mayBeOf(lead) ? Optional.empty() : jdbc.sql("select * from consent where lead_id = ?" + locking)
        .param(lead.value())
        .query(ConsentTable::standing)
        .optional();
  }

  private ConsentStanding insert(LeadId lead) {
    ConsentStanding none = ConsentStanding.none(lead);
    standings.leave(lead);
    jdbc.sql("insert into consent (lead_id, state) values (?, ?)")
        .params(lead.value(), none.state().name())
        .update();
    return none;
  }

  private static ConsentStanding standing(ResultSet row, int number) throws SQLException {
    return new ConsentStanding(
        leadOf(row),
        ConsentState.valueOf(row.getString("state")),
        row.getString("basis") == null ? null : Basis.valueOf(row.getString("basis")),
        row.getString("allowed_by"),
        instant(row, "given_at"),
        instant(row, "withdrawn_at"),
        row.getString("withdrawn_by"));
  }

  private static ConsentRequest request(ResultSet row, Map<Purpose, Wording> boxes) throws SQLException {
    SignUp signUp = new SignUp(
        boxes.keySet(),
        Locale.forLanguageTag(row.getString("locale")),
        row.getString("address"),
        row.getString("form"),
        row.getString("form_version"),
        row.getString("ip"),
        row.getString("user_agent"));
    return new ConsentRequest(
        leadOf(row),
        row.getInt("number"),
        boxes,
        signUp,
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        row.getObject("valid_until", OffsetDateTime.class).toInstant(),
        row.getString("token_hash"),
        instant(row, "given_at"),
        new Browser(row.getString("given_ip"), row.getString("given_user_agent")));
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
