package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Place;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * A mail on its way into the ledger.
 *
 * @param state PENDING, or SKIPPED for a mail that is only to be accounted for
 */
record NewLine(
    MailOrder order, MailState state, String reason, String addressHash, String subject, String messageId, Instant at) {

  /** As the ledger will tell of it. */
  MailEntry entry() {
    return new MailEntry(
        order.key(), order.mailClass(), order.reference(), order.template(), subject, state, reason, messageId,
        at, at, null, order.consent(), null, null);
  }

  /** With their types, so that a batch of lines is one statement whatever of them is null. */
  MapSqlParameterSource columns(Variables variables) {
    Place place = order.place();
    return new MapSqlParameterSource()
        .addValue("key", order.key())
        .addValue("mailClass", order.mailClass().name())
        .addValue("reference", order.reference())
        .addValue("consent", order.consent(), Types.VARCHAR)
        .addValue("address", order.address())
        .addValue("hash", addressHash)
        .addValue("name", order.name())
        .addValue("locale", order.locale().toLanguageTag())
        .addValue("zone", zone(place), Types.VARCHAR)
        .addValue("country", place == null ? null : place.country(), Types.VARCHAR)
        .addValue("template", order.template())
        .addValue("variables", state.isOver() ? Variables.FORGOTTEN : variables.write(order.values()))
        .addValue("subject", subject)
        .addValue("messageId", messageId)
        .addValue("state", state.name())
        .addValue("reason", reason)
        .addValue("now", SqlTime.of(at), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("expires", SqlTime.of(order.expires()), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  private static @Nullable String zone(@Nullable Place place) {
    return place == null ? null : place.zone().getId();
  }
}
