package io.leadlifecycle.journey;

import java.util.List;
import java.util.UUID;

/** A lead whose every word is unmistakable: wherever one turns up, it came from there. */
record Canary(String id, String domain) {

  static Canary in(String domain) {
    return new Canary(UUID.randomUUID().toString().replaceAll("[^a-z]", "") + "zwitscher", domain);
  }

  String address() {
    return "zilpzalp." + id + "@" + domain;
  }

  LeadForm form() {
    return LeadForm.aLead()
        .withAddress(address())
        .named("Ottilie" + id, "Kanárienvögel" + id)
        .with("phone", phone())
        .with("role", "Chirps " + id)
        .with("source", "nest " + id);
  }

  /** As somebody fills it in who has a company and agrees to mails. */
  LeadForm companyForm() {
    return form()
        .fromCompany("Volieren " + id + " AG")
        .with("website", "https://" + id + ".example")
        .withConsent()
        .interestedIn("ebook-process-automation");
  }

  /** What reps write down. */
  String note() {
    return "Ottilie" + id + " Kanárienvögel" + id + " sings at " + phone() + ", " + address();
  }

  private String phone() {
    return "+49 30 " + (1_000_000 + Math.floorMod(id.hashCode(), 9_000_000)) + "-4711";
  }

  /** Including the parts of the address; its domain where it is nobody else's. */
  List<String> words() {
    return List.of(address(), "zilpzalp." + id, id, phone(), phone().replaceAll("[ -]", ""));
  }
}
