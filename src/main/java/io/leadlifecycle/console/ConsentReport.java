package io.leadlifecycle.console;

import io.leadlifecycle.consent.Basis;
import io.leadlifecycle.consent.CustomerConditions;
import io.leadlifecycle.consent.GivenElsewhere;
import io.leadlifecycle.consent.InvalidBasis;
import io.leadlifecycle.consent.InvalidBasis.FieldFault;
import io.leadlifecycle.consent.Purpose;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what another system says about a consent, field by field, and collects what cannot be read. */
final class ConsentReport {

  private final Map<String, ?> fields;
  private final List<FieldFault> faults = new ArrayList<>();

  private ConsentReport(Map<String, ?> fields, Set<String> known) {
    this.fields = fields;
    fields.keySet().stream().filter(name -> !known.contains(name)).sorted()
        .forEach(name -> fault(name, "is not known, only " + known.stream().sorted().toList()));
  }

  /** @throws InvalidBasis naming each field that is wrong */
  static GivenElsewhere given(Map<String, ?> fields, Instant now) {
    ConsentReport report =
        new ConsentReport(fields, Set.of("basis", "document", "givenAt", "purposes", "conditions"));
    GivenElsewhere given = new GivenElsewhere(
        report.basis(), report.text("document"), report.instant(), report.purposes(), report.conditions());
    report.complain(given.faults(now));
    return given;
  }

  /**
   * How somebody withdrew, and what.
   *
   * @param purposes all of them if it did not say
   */
  record Withdrawal(String how, Set<Purpose> purposes) {}

  /** @throws InvalidBasis naming each field that is wrong */
  static Withdrawal withdrawal(Map<String, ?> fields) {
    ConsentReport report = new ConsentReport(fields, Set.of("how", "purposes"));
    String how = report.text("how");
    if (how == null || how.isBlank() || how.length() > 100) {
      report.fault("how", "must say how the person withdrew, in 100 characters at most");
    }
    Set<Purpose> purposes = report.purposes();
    if (purposes != null && purposes.isEmpty()) {
      report.fault("purposes", "must be left out, for all, or name at least one");
    }
    report.complain(List.of());
    return new Withdrawal(String.valueOf(how), purposes == null ? Set.of(Purpose.values()) : purposes);
  }

  /** What cannot be read counts for its field before anything else that is wrong with it. */
  private void complain(List<FieldFault> more) {
    Set<String> unreadable = faults.stream().map(FieldFault::field).collect(Collectors.toSet());
    List<FieldFault> all = Stream.concat(
            faults.stream(), more.stream().filter(fault -> !unreadable.contains(fault.field().split("\\.")[0])))
        .toList();
    if (!all.isEmpty()) {
      throw new InvalidBasis(all);
    }
  }

  private @Nullable Basis basis() {
    String name = text("basis");
    return name == null ? null
        : Arrays.stream(Basis.values()).filter(basis -> basis.name().equals(name)).findFirst().orElse(null);
  }

  private @Nullable Instant instant() {
    String text = text("givenAt");
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      fault("givenAt", "must be a time such as 2026-03-31T09:30:00Z");
      return null;
    }
  }

  private @Nullable Set<Purpose> purposes() {
    Object value = fields.get("purposes");
    Set<String> known = Arrays.stream(Purpose.values()).map(Purpose::name).collect(Collectors.toSet());
    if (value == null) {
      return null;
    }
    if (!(value instanceof List<?> names) || !known.containsAll(names)) {
      fault("purposes", "must be a list of some of " + Arrays.toString(Purpose.values()));
      return null;
    }
    return names.stream().map(name -> Purpose.valueOf((String) name)).collect(Collectors.toSet());
  }

  private @Nullable CustomerConditions conditions() {
    Object value = fields.get("conditions");
    if (value == null) {
      return null;
    }
    if (!(value instanceof Map<?, ?> said) || !CustomerConditions.NAMES.containsAll(said.keySet())) {
      fault("conditions", "must be an object with " + CustomerConditions.NAMES);
      return null;
    }
    List<Boolean> holds =
        CustomerConditions.NAMES.stream().map(name -> Boolean.TRUE.equals(said.get(name))).toList();
    return new CustomerConditions(holds.get(0), holds.get(1), holds.get(2), holds.get(3));
  }

  private @Nullable String text(String field) {
    Object value = fields.get(field);
    if (value != null && !(value instanceof String)) {
      fault(field, "must be a text");
      return null;
    }
    return (String) value;
  }

  private void fault(String field, String message) {
    faults.add(new FieldFault(field, message));
  }
}
