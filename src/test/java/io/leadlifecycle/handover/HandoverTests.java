package io.leadlifecycle.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.smtp.SandboxInbox;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandoverTests {

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void givesACallToARepWithATimeToCallBy(TestModules modules) {
    Handover handover = modules.get(Handover.class);
    LeadId lead = modules.lead();
    assertThat(handover.assign(lead)).isIn("anna", "ben");
    assertThat(handover.of(lead)).singleElement().satisfies(call -> {
      assertThat(call.team()).isEqualTo("salesReps");
      assertThat(handover.dueAt(lead)).isEqualTo(call.dueAt()).isAfter(modules.clock().instant());
    });
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void tellsTheManagerOnceAndNamesNobody(TestModules modules) {
    Handover handover = modules.get(Handover.class);
    LeadId lead = modules.lead("bau.example", "Bau AG", null);
    handover.assign(lead);
    handover.escalate(lead);
    handover.escalate(lead);
    modules.get(Mails.class).dispatch();
    assertThat(modules.get(SandboxInbox.class).mails())
        .filteredOn(mail -> mail.text().contains(lead.toString()))
        .singleElement()
        .satisfies(mail -> {
          assertThat(mail.to()).isEqualTo("sales-manager@example.com");
          assertThat(mail.text()).contains("Bau AG").doesNotContain("@bau.example");
        });
    assertThat(modules.get(Mails.class).of(lead.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void letsALeadRestThatSaidNotYet(TestModules modules) {
    Handover handover = modules.get(Handover.class);
    LeadId lead = modules.lead();
    handover.assign(lead);
    handover.close(lead, Outcome.NOT_YET, null, null, "anna");
    assertThat(handover.coolingOffUntil(lead)).isEqualTo(modules.clock().instant().plus(Duration.ofDays(30)));
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#sales")
  void judgesALeadThatTheRepFoundUnfit(TestModules modules) {
    Handover handover = modules.get(Handover.class);
    LeadId lead = modules.lead();
    handover.assign(lead);
    handover.close(lead, Outcome.NO_FIT, "a student", null, "anna");
    Lead judged = modules.get(Leads.class).get(lead);
    assertThat(judged.fit()).isEqualTo(Fit.NO_FIT);
    assertThat(judged.fitReason()).isEqualTo("a student");
    assertThat(judged.fitBy()).isEqualTo("anna");
  }
}
