package io.leadlifecycle.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.console.LeadMails.Mail;
import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.nurture.LeftOutMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadPageTests {

  private final LeadPage page = LeadPage.of(LeadStories.calledTooEarly());

  @Test
  void introducesTheLead() {
    assertThat(page.name()).isEqualTo("Erika Muster");
    assertThat(page.line()).isEqualTo("Head of Operations · Bau AG");
  }

  @Test
  void saysOnlyWhatIsKnown() {
    assertThat(page.findings()).extracting(Fact::label).contains("Direct dial").doesNotContain("Folder");
  }

  @Test
  void sortsMailsByWhatBecameOfThem() {
    assertThat(page.mails().sent()).extracting(Mail::template).containsExactly("basics-1", "opt-in");
    assertThat(page.mails().skipped()).extracting(Mail::template).containsExactly("basics-2");
    assertThat(page.mails().waiting()).isEmpty();
    assertThat(page.mails().planned()).hasSize(2);
    assertThat(page.mails().leftOut()).extracting(LeftOutMail::template).containsExactly("erp-1");
  }

  @ParameterizedTest
  @CsvSource({"NONE, asked for", "REQUESTED, asked for", "GIVEN, agreed to", "WITHDRAWN, withdrawn: do not call"})
  void tellsWhetherToCall(ConsentState phone, String told) {
    Dossier dossier = LeadStories.calledTooEarlyWithPhone(phone);

    assertThat(LeadPage.of(dossier).person()).contains(Fact.of("Calls", told));
  }
}
