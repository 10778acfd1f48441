package io.leadlifecycle.journey.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** What an API client may do. */
enum Scope {
  CAPTURE("Start leads, by our API or the engine's"),
  READ("Read leads, offers, mails and the funnel"),
  ACTIVITIES("Report what leads did"),
  CONSENT("Report consents that were given elsewhere, and withdrawals"),
  PRIVACY("Read and erase all that is known of a person"),
  MAILS("Send mails again that failed"),
  SANDBOX("Read the sandbox's mails and move its clock"),
  METRICS("Read metrics");

  private final String label;

  Scope(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  String authority() {
    return "SCOPE_" + name().toLowerCase(Locale.ROOT);
  }

  /** The authorities of which one is enough: a key with this scope, or a person in one of the roles. */
  String[] or(Role... roles) {
    Stream<String> people = Arrays.stream(roles).map(Role::authority);
    return Stream.concat(Stream.of(authority()), people).toArray(String[]::new);
  }
}
