package io.leadlifecycle.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadlifecycle.activity.InvalidActivities.FieldFault;
import io.leadlifecycle.lead.LeadId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One activity as another system reports it in JSON. Notes every field that is wrong. */
final class ReportedActivity {

  private static final Set<String> FIELDS = Set.of("key", "kind", "offer", "stage", "detail", "at");
  private static final String LEAD = "lead";
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final JsonNode node;
  private final String path;
  private final boolean namesLead;
  private final Consumer<FieldFault> faults;

  /** @param namesLead whether it says which lead did it */
  ReportedActivity(JsonNode node, String path, boolean namesLead, Consumer<FieldFault> faults) {
    this.node = node;
    this.path = path;
    this.namesLead = namesLead;
    this.faults = faults;
  }

  /** What was reported, with its lead; as far as it can be told, if faults were noted. */
  Optional<Deed> deed(Offers offers, Instant latest) {
    Optional<NewActivity> activity = read(offers, latest);
    Optional<LeadId> lead = node.isObject() ? lead() : Optional.empty();
    return lead.flatMap(id -> activity.map(what -> new Deed(id, what)));
  }

  private Optional<LeadId> lead() {
    Optional<String> text = required(LEAD, text(LEAD, NewActivity.KEY_LENGTH));
    try {
      return text.map(LeadId::of);
    } catch (IllegalArgumentException e) {
      fault(LEAD, "is no lead's id");
      return Optional.empty();
    }
  }

  /**
   * What was reported; as far as it can be told, if faults were noted.
   *
   * @param latest instants after this one are in the future
   */
  Optional<NewActivity> read(Offers offers, Instant latest) {
    if (!node.isObject()) {
      faults.accept(new FieldFault(path, "is not an activity"));
      return Optional.empty();
    }
    node.fieldNames().forEachRemaining(this::checkName);
    Optional<String> key = required("key", text("key", NewActivity.KEY_LENGTH));
    Optional<ActivityKind> kind = required("kind", oneOf("kind", ActivityKind.class));
    Optional<String> offer = text("offer", NewActivity.KEY_LENGTH);
    offer.filter(name -> offers.find(name).isEmpty()).ifPresent(name -> fault("offer", "is no offer's key"));
    Optional<ContentStage> stage = oneOf("stage", ContentStage.class);
    Optional<String> detail = text("detail", NewActivity.DETAIL_LENGTH);
    Optional<Instant> at = instant("at", latest);
    return key.isEmpty() || kind.isEmpty()
        ? Optional.empty()
        : Optional.of(new NewActivity(key.get(), kind.get(), offer.orElse(null), stage.orElse(null),
            detail.orElse(null), at.orElse(null)));
  }

  private void checkName(String name) {
    if (!FIELDS.contains(name) && !(namesLead && name.equals(LEAD))) {
      fault(name, "is not a field of an activity");
    }
  }

  private <T> Optional<T> required(String name, Optional<T> value) {
    if (!node.hasNonNull(name)) {
      fault(name, "is required");
    }
    return value;
  }

  private Optional<String> text(String name, int length) {
    Optional<String> problem = Optional.of(node.path(name))
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .flatMap(value -> problem(value, length));
    problem.ifPresent(message -> fault(name, message));
    return problem.isPresent() ? Optional.empty() : Optional.ofNullable(node.path(name).textValue());
  }

  private static Optional<String> problem(JsonNode value, int length) {
    if (!value.isTextual()) {
      return Optional.of("is not a text");
    }
    if (value.textValue().isBlank()) {
      return Optional.of("is empty");
    }
    if (value.textValue().length() > length) {
      return Optional.of("is longer than " + length + " characters");
    }
    return value.textValue().chars().anyMatch(Character::isISOControl)
        ? Optional.of("holds control characters")
        : Optional.empty();
  }

  private <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    Optional<String> text = text(name, NewActivity.KEY_LENGTH);
    Optional<E> constant = text.flatMap(value -> Names.find(constants, value));
    text.filter(value -> constant.isEmpty())
        .ifPresent(value -> fault(name, Names.isNone(constants, value)));
    return constant;
  }

  private Optional<Instant> instant(String name, Instant latest) {
    Optional<Instant> instant = text(name, NewActivity.KEY_LENGTH).flatMap(value -> parse(name, value));
    instant.filter(value -> value.isAfter(latest)).ifPresent(value -> fault(name, "is in the future"));
    instant.filter(value -> value.isBefore(EARLIEST))
        .ifPresent(value -> fault(name, "is before " + EARLIEST));
    return instant;
  }

  private Optional<Instant> parse(String name, String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      fault(name, "is not a time such as 2025-03-31T08:30:00Z");
      return Optional.empty();
    }
  }

  private void fault(String name, String message) {
    faults.accept(new FieldFault(path.isEmpty() ? name : path + "." + name, message));
  }
}
