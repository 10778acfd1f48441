package io.leadlifecycle.capture;

import io.leadlifecycle.capture.InvalidLead.FieldFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was said about one lead, every field of it read and found right. */
final class FilledFields {

  /** Enough for anybody to see what is going on. */
  private static final int MOST_STRANGERS = 20;

  private static final int LONGEST_NAME = 40;

  private final Map<Field<?>, Object> values = new HashMap<>();
  private final List<FieldFault> faults = new ArrayList<>();

  private FilledFields() {}

  /** @throws InvalidLead naming each field that is wrong or unknown */
  static FilledFields read(Map<String, Field<?>> fields, Map<String, ?> given) {
    FilledFields filled = new FilledFields();
    fields.values().forEach(field -> filled.read(field, given.get(field.name())));
    given.keySet().stream()
        .filter(name -> !fields.containsKey(name))
        .limit(MOST_STRANGERS)
        .forEach(name -> filled.faults.add(new FieldFault(printable(name), "is not a field of a lead")));
    if (!filled.faults.isEmpty()) {
      throw new InvalidLead(filled.faults);
    }
    return filled;
  }

  @SuppressWarnings("unchecked")
  <T> @Nullable T get(Field<T> field) {
    return (T) values.get(field);
  }

  private void read(Field<?> field, @Nullable Object value) {
    try {
      values.put(field, field.reader().read(value));
    } catch (IllegalArgumentException e) {
      faults.add(new FieldFault(field.name(), e.getMessage()));
    }
  }

  /** The name comes from outside and goes into an answer and a log. */
  private static String printable(String name) {
    StringBuilder printable = new StringBuilder();
    name.codePoints().limit(LONGEST_NAME).map(c -> Readers.isPrintable(c) ? c : '?').forEach(printable::appendCodePoint);
    return printable.toString();
  }
}
