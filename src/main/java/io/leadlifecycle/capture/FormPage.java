package io.leadlifecycle.capture;

import io.leadlifecycle.Fingerprint;
import io.leadlifecycle.activity.Offer;
import io.leadlifecycle.capture.InvalidLead.FieldFault;
import io.leadlifecycle.consent.Wording;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form of an offer as its page shows it: empty, or as it was sent and with what was wrong.
 *
 * @param typed by field
 * @param faulty the fields that were wrong
 * @param onceMore whether it looked as if a program had sent it
 */
record FormPage(Offer offer, Locale locale, Map<String, String> typed, Set<String> faulty, boolean onceMore) {

  private static final Map<String, String> INPUTS =
      Map.of("email", "email", "phone", "tel", "employees", "number", "budget", "number");

  static FormPage empty(Offer offer, Locale locale) {
    return new FormPage(offer, locale, Map.of(), Set.of(), false);
  }

  FormPage sent(Map<String, String> values) {
    return new FormPage(offer, locale, Map.copyOf(values), faulty, false);
  }

  FormPage refused(InvalidLead invalid) {
    return new FormPage(
        offer, locale, typed, invalid.faults().stream().map(FieldFault::field).collect(Collectors.toSet()),
        false);
  }

  public String title() {
    return offer.titleIn(locale);
  }

  /** The address, and what the offer asks for besides. The language is known: it is the page's. */
  public List<String> fields() {
    return Stream.concat(Stream.of("email"), offer.fields().stream())
        .distinct()
        .filter(field -> !field.equals("locale"))
        .toList();
  }

  public String inputFor(String field) {
    return INPUTS.getOrDefault(field, "text");
  }

  /** What was ticked may have been beside another wording. */
  FormPage toBeSentOnceMore() {
    return new FormPage(offer, locale, typed, faulty, true);
  }

  public boolean isTicked(String box) {
    return !onceMore && typed.containsKey(box);
  }

  /** Changes whenever what the form shows does. */
  String version(List<Wording> wordings) {
    return Fingerprint.of(title() + fields() + wordings + locale).substring(0, 16);
  }

  /** Names by code, in the order of the page's language. */
  public List<Country> countries() {
    return Stream.of(Locale.getISOCountries())
        .map(code -> new Country(code, new Locale("", code).getDisplayCountry(locale)))
        .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
        .toList();
  }

  record Country(String code, String name) {}
}
