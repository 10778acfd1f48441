package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.leadlifecycle.TestIntake;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.capture.Capture.Captured;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.CustomerType;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureTests {

  private final String email = UUID.randomUUID() + "@bau.example";

  static List<TestIntake> intakes() {
    return TestIntake.onEach();
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void keepsWhatALeadSaysAboutItself(TestIntake intake) {
    Captured captured = take(intake, Map.of(
        "firstName", "Erika", "company", "Bau AG", "country", "AT", "employees", 250, "customerType", "B2B"));
    assertThat(captured.isNew()).isTrue();
    Contact contact = intake.get(Leads.class).get(captured.lead()).contact();
    assertThat(contact.email().value()).isEqualTo(email);
    assertThat(contact.displayName()).isEqualTo("Erika");
    assertThat(contact.employees()).isEqualTo(250);
    assertThat(contact.customerType()).isEqualTo(CustomerType.B2B);
    assertThat(contact.locale()).isEqualTo(Locale.GERMAN);
    assertThat(contact.timeZone()).isEqualTo(ZoneId.of("Europe/Vienna"));
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void takesAddressesFromNowhereForEnglishReadersInBerlin(TestIntake intake) {
    Contact contact = intake.get(Leads.class).get(take(intake, Map.of()).lead()).contact();
    assertThat(contact.locale()).isEqualTo(Locale.ENGLISH);
    assertThat(contact.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void recordsWhatTheLeadAskedFor(TestIntake intake) {
    LeadId lead = take(intake, Map.of("offer", "guide")).lead();
    assertThat(intake.get(Leads.class).get(lead).askedForContact()).isFalse();
    Captured again = take(intake, Map.of("offer", "demo"));
    assertThat(again).isEqualTo(new Captured(lead, false));
    assertThat(intake.get(Leads.class).get(lead).askedForContact()).isTrue();
    assertThat(intake.get(Activities.class).of(lead)).extracting(Activity::kind)
        .containsExactlyInAnyOrder(ActivityKind.DOWNLOAD, ActivityKind.DEMO_REQUEST);
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void leavesAskingForConsentToTheProcessThatIsToCome(TestIntake intake) {
    LeadId lead = take(intake, Map.of("consent", true)).lead();
    assertThat(intake.get(Consent.class).state(lead)).isEqualTo("REQUESTED");
    assertThat(intake.get(Mails.class).of(lead.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void asksForConsentIfTheProcessIsUnderWay(TestIntake intake) {
    LeadId lead = take(intake, Map.of("offer", "demo")).lead();
    intake.get(Leads.class).begin(lead);
    take(intake, Map.of("consent", true));
    assertThat(intake.get(Mails.class).of(lead.toString())).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void asksForNoConsentThatTheLeadDidNotOffer(TestIntake intake) {
    LeadId lead = take(intake, Map.of("consent", false)).lead();
    assertThat(intake.get(Consent.class).state(lead)).isEqualTo("NONE");
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void storesNothingIfAnythingIsWrong(TestIntake intake) {
    assertThatExceptionOfType(InvalidLead.class)
        .isThrownBy(() -> take(intake, Map.of("country", "XX", "offer", "moon")))
        .withMessage("country: is no country code (ISO 3166-1, such as DE); offer: is no offer that we have");
    assertThat(intake.get(Leads.class).search(null, email, 0, 10)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void callsForAProcessUntilOneRuns(TestIntake intake) {
    LeadId lead = intake.get(Reception.class).receive(Map.of("email", email)).lead();
    intake.get(Reception.class).receive(Map.of("email", email));
    assertThat(calls(intake, lead)).isEqualTo(2);
    intake.get(Leads.class).begin(lead);
    intake.get(Reception.class).receive(Map.of("email", email));
    assertThat(calls(intake, lead)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("intakes")
  void makesOneLeadOfManyAtOnce(TestIntake intake) {
    Map<String, Object> form = Map.of("email", email, "offer", "guide", "consent", true);
    List<CompletableFuture<Captured>> racing = Stream.generate(
            () -> CompletableFuture.supplyAsync(() -> intake.get(Reception.class).receive(form)))
        .limit(8)
        .toList();
    List<Captured> all = racing.stream().map(CompletableFuture::join).toList();
    assertThat(all).extracting(Captured::lead).containsOnly(all.get(0).lead());
    assertThat(all).filteredOn(Captured::isNew).hasSize(1);
    assertThat(intake.get(Activities.class).of(all.get(0).lead())).hasSize(8);
  }

  private Captured take(TestIntake intake, Map<String, ?> fields) {
    Map<String, Object> given = new HashMap<>(fields);
    given.put("email", email);
    return intake.get(Capture.class).take(given);
  }

  private static long calls(TestIntake intake, LeadId lead) {
    return intake.published(LeadCaptured.class).stream().filter(fact -> fact.lead().equals(lead)).count();
  }
}
