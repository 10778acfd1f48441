package io.leadlifecycle.lead;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a lead says about itself. Already checked: texts are free of control characters and short enough.
 *
 * @param country ISO 3166-1 alpha-2
 * @param employees head count of the company
 * @param budget yearly, in whole euros
 * @param locale language of the mails
 * @param timeZone the zone whose send hours count for the lead
 * @param source where the lead came from, such as {@code trade-fair}
 */
public record Contact(
    EmailAddress email,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String company,
    @Nullable String website,
    @Nullable String phone,
    @Nullable String role,
    @Nullable String country,
    @Nullable String industry,
    @Nullable Integer employees,
    @Nullable Integer budget,
    @Nullable CustomerType customerType,
    Locale locale,
    ZoneId timeZone,
    @Nullable String source) {

  /** First and last name, or the address where no name is known. */
  public String displayName() {
    String name = (text(firstName) + " " + text(lastName)).strip();
    return name.isEmpty() ? email.value() : name;
  }

  /** Nothing of the person: this may be logged. */
  @Override
  public String toString() {
    return "a contact";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
