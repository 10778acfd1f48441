package io.leadlifecycle.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QualificationTests {

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void keepsFitAndReasonWithTheLead(TestModules modules) {
    LeadId lead = modules.lead("mailinator.com", "Bau AG", null);
    assertThat(qualification(modules).qualify(lead)).isEqualTo("NO_FIT");
    Lead judged = modules.get(Leads.class).get(lead);
    assertThat(judged.fit()).isEqualTo(Fit.NO_FIT);
    assertThat(judged.fitReason()).contains("throw-away");
    assertThat(judged.fitBy()).isNull();
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void leavesAFreeMailAddressWithoutCompanyToARep(TestModules modules) {
    Qualification qualification = qualification(modules);
    assertThat(qualification.qualify(modules.lead("gmx.de", null, null))).isEqualTo("UNCLEAR");
    assertThat(qualification.qualify(modules.lead("gmx.de", " ", null))).isEqualTo("UNCLEAR");
    assertThat(qualification.qualify(modules.lead("gmx.de", "Bau AG", null))).isEqualTo("LOW_CHANCE");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void decidesAnewWhatTheTableDecided(TestModules modules) {
    LeadId lead = modules.lead("gmx.de", null, null);
    modules.get(Leads.class).judge(lead, Fit.GOOD_FIT, "by an older table", null);
    assertThat(qualification(modules).qualify(lead)).isEqualTo("UNCLEAR");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void leavesStandingWhatARepDecided(TestModules modules) {
    LeadId lead = modules.lead("gmx.de", null, null);
    qualification(modules).qualify(lead);
    qualification(modules).decide(lead, Fit.GOOD_FIT, "Runs a bakery with 40 people", "anna");
    assertThat(qualification(modules).qualify(lead)).isEqualTo("GOOD_FIT");
    assertThat(modules.get(Leads.class).get(lead))
        .extracting(Lead::fit, Lead::fitReason, Lead::fitBy)
        .containsExactly(Fit.GOOD_FIT, "Runs a bakery with 40 people", "anna");
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void letsNoRepLeaveItUnclear(TestModules modules) {
    LeadId lead = modules.lead();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> qualification(modules).decide(lead, Fit.UNCLEAR, "no idea", "anna"));
  }

  @ParameterizedTest
  @MethodSource("io.leadlifecycle.TestModules#interest")
  void refusesAnUnknownLead(TestModules modules) {
    assertThatExceptionOfType(UnknownLead.class)
        .isThrownBy(() -> qualification(modules).qualify(LeadId.next()));
  }

  private static Qualification qualification(TestModules modules) {
    return modules.get(Qualification.class);
  }
}
