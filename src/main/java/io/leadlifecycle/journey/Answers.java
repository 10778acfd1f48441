package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** What a rep filled in. Forms are checked in the browser only, so every answer is checked again here. */
final class Answers {

  private static final int MAX_LENGTH = 4_000;

  /** What gateways ask; everything else that a task leaves behind is personal and goes. */
  private static final Set<String> KEPT = Set.of("fit", "temperature", "rep", "outcome", "tryAgain");

  private final DelegateExecution step;

  Answers(DelegateExecution step) {
    this.step = step;
  }

  LeadId lead() {
    String lead = step.getProcessBusinessKey();
    Object given = step.getVariable("lead");
    check(given == null || given.equals(lead), "lead", "cannot be changed");
    return LeadId.of(lead);
  }

  /** Takes the answers, and the facts that the task showed, out of the engine. */
  void forget() {
    Set<String> names = new HashSet<>(step.getVariableNames());
    names.removeAll(KEPT);
    step.removeVariables(names);
  }

  @Nullable String text(String field) {
    return text(field, MAX_LENGTH);
  }

  private @Nullable String text(String field, int longest) {
    Object value = step.getVariable(field);
    if (value == null || value.toString().isBlank()) {
      return null;
    }
    check(value instanceof String, field, "must be text");
    String text = ((String) value).strip();
    check(text.length() <= longest, field, "is longer than " + longest + " characters");
    check(text.chars().noneMatch(Answers::isForbidden), field, "has control characters");
    return text;
  }

  String required(String field) {
    return required(field, MAX_LENGTH);
  }

  String required(String field, int longest) {
    String text = text(field, longest);
    check(text != null, field, "is required");
    return text;
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> choices) {
    String text = required(field);
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new BadInput(field + ": must be one of " + names(choices)));
  }

  boolean flag(String field) {
    Object value = step.getVariable(field);
    check(value == null || value instanceof Boolean, field, "must be true or false");
    return Boolean.TRUE.equals(value);
  }

  @Nullable LocalDate date(String field) {
    String text = text(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadInput(field + ": must be a date such as 2026-05-31");
    }
  }

  private static <E extends Enum<E>> String names(Class<E> choices) {
    return Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static boolean isForbidden(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
  }

  private static void check(boolean holds, String field, String fault) {
    if (!holds) {
      throw new BadInput(field + ": " + fault);
    }
  }
}
