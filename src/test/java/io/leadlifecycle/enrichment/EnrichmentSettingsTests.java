package io.leadlifecycle.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EnrichmentSettingsTests {

  private static final Instant MONDAY = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));

  private final EnrichmentSettings settings = new EnrichmentSettings(Duration.ofDays(3));

  @Test
  void countsFromTheBeginOfTheResearch() {
    assertThat(settings.deadlineOf(aLead(Stage.RESEARCHING), TUESDAY)).isEqualTo("2026-03-05T12:00:00Z");
  }

  @Test
  void countsFromNowWhileTheResearchIsYetToBegin() {
    assertThat(settings.deadlineOf(aLead(Stage.QUALIFYING), TUESDAY)).isEqualTo("2026-03-06T12:00:00Z");
  }

  private static Lead aLead(Stage stage) {
    Contact contact =
        new Contact(
            new EmailAddress("erika@bau.example"), null, null, null, null, null, null, null, null, null, null,
            null, Locale.GERMAN, ZoneOffset.UTC, null);
    return new Lead(LeadId.next(), contact, stage, MONDAY, null, null, null, false, MONDAY);
  }
}
