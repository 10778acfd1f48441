package io.leadlifecycle.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What ends up in a log by accident says nothing of a person. */
class DiscretionTests {

  @Test
  void keepsWhoALeadIsOutOfItsText() {
    Contact contact = new Contact(
        new EmailAddress("zilpzalp@volieren.example"), "Zilpzalp", "Zilpzalp", "Zilpzalp", "Zilpzalp", "Zilpzalp",
        "Zilpzalp", "DE", "Zilpzalp", null, null, null, Locale.GERMAN, ZoneOffset.UTC, "Zilpzalp");
    Lead lead = new Lead(
        LeadId.next(), contact, Stage.LOST, Instant.EPOCH, Fit.NO_FIT, "Zilpzalp", "zilpzalp", false, Instant.EPOCH);

    assertThat(List.of(contact, contact.email(), lead)).extracting(Object::toString)
        .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains("zilpzalp") || text.contains("volieren"));
    assertThat(lead).hasToString("lead " + lead.id());
  }
}
