package io.leadlifecycle.consent;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person can agree to, each by a box of its own that is not ticked beforehand. */
public enum Purpose {
  /** Mails that follow what the lead is interested in. */
  NURTURE,
  /** Seeing which of these mails are opened and which of their links are followed. */
  MEASURING,
  /** Calls by a sales rep. */
  PHONE;

  /** As they are stored: {@code NURTURE PHONE}. */
  static String names(Set<Purpose> purposes) {
    return purposes.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
  }

  static Set<Purpose> of(String names) {
    return Stream.of(names.split(" ")).map(Purpose::valueOf).collect(Collectors.toSet());
  }
}
