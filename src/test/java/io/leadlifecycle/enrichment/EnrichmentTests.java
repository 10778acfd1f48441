package io.leadlifecycle.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnrichmentTests {

  private static final Findings FIRST =
      new Findings("www.bau.example", "1", "2", null, "a\nb", "fair", true, "notes", "files.example/x");
  private static final Findings LATER =
      new Findings(null, "3", null, "bau.example/team", null, null, true, null, null);

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void keepsWhatRepsFindFieldByField(TestModules modules) {
    Enrichment enrichment = modules.get(Enrichment.class);
    LeadId lead = modules.lead();
    enrichment.note(lead, FIRST, "anna");
    assertThat(enrichment.of(lead)).isEqualTo(FIRST);
    enrichment.note(lead, LATER, "ben");
    assertThat(enrichment.of(lead))
        .isEqualTo(
            new Findings(
                "www.bau.example", "3", "2", "bau.example/team", "a\nb", "fair", true, "notes", "files.example/x"));
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void completesTheContact(TestModules modules) {
    LeadId lead = modules.lead();
    modules.get(Enrichment.class).note(lead, FIRST, "anna");
    Contact contact = modules.get(Leads.class).get(lead).contact();
    assertThat(contact.website()).isEqualTo("https://www.bau.example");
    assertThat(contact.phone()).isEqualTo("1");
  }
}
