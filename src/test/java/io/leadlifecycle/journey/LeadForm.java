package io.leadlifecycle.journey;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a lead fills in. Each form has an address of its own until it is given one. */
record LeadForm(Map<String, Object> fields) {

  static LeadForm aLead() {
    return new LeadForm(Map.of())
        .withAddress("lead-" + UUID.randomUUID() + "@bau.example")
        .with("firstName", "Erika")
        .with("lastName", "Muster")
        .with("country", "DE")
        .with("industry", "Manufacturing")
        .with("employees", 120)
        .with("customerType", "B2B");
  }

  LeadForm withAddress(String address) {
    return with("email", address);
  }

  LeadForm named(String first, String last) {
    return with("firstName", first).with("lastName", last);
  }

  LeadForm fromCompany(String company) {
    return with("company", company);
  }

  LeadForm fromNoCompany() {
    return without("industry").without("employees").without("customerType");
  }

  LeadForm privately() {
    return with("customerType", "B2C").without("industry").without("employees");
  }

  LeadForm withConsent() {
    return with("consent", true);
  }

  LeadForm interestedIn(String offer) {
    return with("offer", offer);
  }

  LeadForm with(String field, Object value) {
    Map<String, Object> more = new HashMap<>(fields);
    more.put(field, value);
    return new LeadForm(Map.copyOf(more));
  }

  private LeadForm without(String field) {
    Map<String, Object> fewer = new HashMap<>(fields);
    fewer.remove(field);
    return new LeadForm(Map.copyOf(fewer));
  }
}
