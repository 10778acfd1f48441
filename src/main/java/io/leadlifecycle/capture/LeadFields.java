package io.leadlifecycle.capture;

import static io.leadlifecycle.capture.Readers.oneOf;
import static io.leadlifecycle.capture.Readers.text;
import static io.leadlifecycle.capture.Readers.wholeNumber;

import io.leadlifecycle.activity.Offer;
import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.lead.CustomerType;
import io.leadlifecycle.lead.EmailAddress;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All that can be said about a lead from outside, and what each field may hold. */
@Component
class LeadFields {

  private static final int LONG = 200;

  private final Map<String, Field<?>> byName = new LinkedHashMap<>();

  final Field<EmailAddress> email = add("email", text(254).then(EmailAddress::new).required());
  final Field<String> firstName = add("firstName", text(LONG));
  final Field<String> lastName = add("lastName", text(LONG));
  final Field<String> company = add("company", text(LONG));
  final Field<String> website = add("website", Readers.website());
  final Field<String> phone = add("phone", Readers.phone());
  final Field<String> role = add("role", text(LONG));
  final Field<String> country = add("country", Readers.country());
  final Field<String> industry = add("industry", text(LONG));
  final Field<Integer> employees = add("employees", wholeNumber());
  final Field<Integer> budget = add("budget", wholeNumber());
  final Field<CustomerType> customerType = add("customerType", oneOf(CustomerType.values()));
  final Field<Locale> locale = add("locale", Readers.language());
  final Field<ZoneId> timeZone = add("timeZone", Readers.timeZone());
  final Field<Offer> offer;
  final Field<String> source = add("source", text(LONG));
  final Field<Boolean> consent = add("consent", Readers.yesOrNo());
  final Field<Boolean> consentMeasuring = add("consentMeasuring", Readers.yesOrNo());
  final Field<Boolean> consentPhone = add("consentPhone", Readers.yesOrNo());
  final Field<String> form = add("form", text(LONG));
  final Field<String> formVersion = add("formVersion", text(100));
  final Field<String> ipAddress = add("ipAddress", text(45).then(Readers::ipAddress));
  final Field<String> userAgent = add("userAgent", text(500));

  LeadFields(Offers offers) {
    offer = add("offer", text(LONG).then(key -> offers.find(key)
        .orElseThrow(() -> new IllegalArgumentException("is no offer that we have"))));
  }

  /** @throws InvalidLead naming each field that is wrong */
  FilledFields fill(Map<String, ?> given) {
    return FilledFields.read(byName, given);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  private <T> Field<T> add(String name, Reader<T> reader) {
    Field<T> field = new Field<>(name, reader);
    byName.put(name, field);
    return field;
  }
}
