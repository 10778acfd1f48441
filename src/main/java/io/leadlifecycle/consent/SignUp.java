package io.leadlifecycle.consent;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How somebody ticked the boxes, for the proof. What is null is not known, such as the browser of a person whom another
 * system reported.
 *
 * @param purposes those whose boxes were ticked; never empty
 * @param shownIn the language in which the boxes were labelled
 * @param addressAsTyped as the person wrote it, before it was normalised
 * @param form which form it was, such as {@code forms/erp-guide}
 * @param formVersion changes whenever the form does
 * @param ip the person's address in the network
 * @param userAgent what the person's browser said it is
 */
public record SignUp(
    Set<Purpose> purposes,
    Locale shownIn,
    String addressAsTyped,
    @Nullable String form,
    @Nullable String formVersion,
    @Nullable String ip,
    @Nullable String userAgent) {

  public SignUp {
    purposes = Set.copyOf(purposes);
    if (purposes.isEmpty()) {
      throw new IllegalArgumentException("Nobody signs up for nothing");
    }
  }

  /** Neither address nor network: this may be logged. */
  @Override
  public String toString() {
    return "sign-up for " + purposes + " in " + form;
  }
}
