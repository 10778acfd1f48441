package io.leadlifecycle.consent;

import static io.leadlifecycle.consent.Purpose.MEASURING;
import static io.leadlifecycle.consent.Purpose.NURTURE;
import static io.leadlifecycle.consent.Purpose.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.groups.Tuple.tuple;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.consent.ConsentEvent.Kind;
import io.leadlifecycle.consent.OptIn.Status;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What else than the click in a mail makes a consent, what ends it, and what is left of it. */
class ConsentProofTests {

  private static final CustomerConditions ALL_FOUR = new CustomerConditions(true, true, true, true);

  static Stream<Visitor> visitors() {
    return TestModules.intake().stream().map(Visitor::new);
  }

  private static boolean imports(Visitor visitor, Instant givenAt, Purpose... purposes) {
    return visitor.consent.give(
        visitor.lead, new GivenElsewhere(Basis.IMPORTED, "CRM export 7", givenAt, Set.of(purposes), null), "crm");
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void keepsEachPurposeApart(Visitor visitor) {
    visitor.ticks(NURTURE, MEASURING, PHONE);
    assertThat(visitor.consent.isGiven(visitor.lead, PHONE)).isFalse();
    visitor.confirms();
    assertThat(Stream.of(Purpose.values())).allMatch(each -> visitor.consent.isGiven(visitor.lead, each));

    visitor.consent.withdraw(visitor.lead, "rep sam", Set.of(MEASURING));
    assertThat(visitor.consent.isGiven(visitor.lead, MEASURING)).isFalse();
    assertThat(visitor.consent.isGiven(visitor.lead, PHONE)).isTrue();
    assertThat(visitor.nextMail()).isEqualTo(MailState.SENT);

    visitor.consent.withdraw(visitor.lead, "link");
    assertThat(Stream.of(Purpose.values())).noneMatch(each -> visitor.consent.isGiven(visitor.lead, each));
    assertThat(visitor.consent.proof(visitor.lead).history())
        .extracting(ConsentEvent::kind, ConsentEvent::how, ConsentEvent::purposes)
        .containsExactly(
            tuple(Kind.GIVEN, "request 1", Set.of(Purpose.values())),
            tuple(Kind.WITHDRAWN, "rep sam", Set.of(MEASURING)),
            tuple(Kind.WITHDRAWN, "link", Set.of(NURTURE, PHONE)));
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void givesNothingByAConfirmationThatWasWithdrawnBefore(Visitor visitor) {
    visitor.ticks(NURTURE, PHONE);
    visitor.consent.withdraw(visitor.lead, "rep sam", Set.of(PHONE));
    visitor.confirms();
    assertThat(visitor.consent.isGiven(visitor.lead)).isTrue();
    assertThat(visitor.consent.isGiven(visitor.lead, PHONE)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void mailsNobodyWhoOnlyAgreedToCalls(Visitor visitor) {
    visitor.ticks(PHONE);
    assertThat(visitor.mails()).isEmpty();
    assertThat(visitor.consent.isAwaited(visitor.lead)).isFalse();
    assertThat(visitor.consent.isGiven(visitor.lead)).isFalse();
    assertThat(visitor.consent.isGiven(visitor.lead, PHONE)).as("nobody confirmed it").isFalse();
    assertThat(visitor.consent.proof(visitor.lead).requests()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void asksAgainForWhatAReaderTicksInAddition(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.confirms();
    visitor.passes(Duration.ofDays(2));
    visitor.ticks(NURTURE, MEASURING);
    assertThat(visitor.consent.isGiven(visitor.lead)).isTrue();
    assertThat(visitor.consent.isGiven(visitor.lead, MEASURING)).isFalse();
    assertThat(visitor.confirms()).isEqualTo(Status.CONFIRMED);
    assertThat(visitor.consent.isGiven(visitor.lead, MEASURING)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void takesAConsentThatWasGivenElsewhere(Visitor visitor) {
    Instant given = visitor.now().minus(Duration.ofDays(90));
    assertThat(imports(visitor, given, NURTURE, PHONE)).isTrue();
    assertThat(imports(visitor, given, NURTURE, PHONE)).as("the same again").isFalse();
    assertThat(visitor.consent.allowing(Set.of(visitor.lead)))
        .containsOnly(entry(visitor.lead, visitor.lead + ":basis:1"));
    assertThat(visitor.consent.isGiven(visitor.lead, PHONE)).isTrue();
    assertThat(visitor.heard(ConsentGiven.class)).hasSize(1);
    assertThat(visitor.consent.proof(visitor.lead).bases()).singleElement().isEqualTo(new RecordedBasis(
        1, Basis.IMPORTED, Set.of(NURTURE, PHONE), "CRM export 7", List.of(), given, visitor.now(), "crm"));
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void takesACustomerUnderAllFourConditionsOnly(Visitor visitor) {
    Instant sale = visitor.now().minus(Duration.ofDays(3));
    for (int missing = 0; missing < 4; missing++) {
      GivenElsewhere given = new GivenElsewhere(Basis.EXISTING_CUSTOMER, "Invoice 12", sale, null,
          new CustomerConditions(missing != 0, missing != 1, missing != 2, missing != 3));
      String field = "conditions." + CustomerConditions.NAMES.get(missing);
      assertThatThrownBy(() -> visitor.consent.give(visitor.lead, given, "crm"))
          .isInstanceOfSatisfying(InvalidBasis.class, invalid ->
              assertThat(invalid.faults()).extracting(InvalidBasis.FieldFault::field).containsExactly(field));
    }
    assertThat(visitor.consent.isGiven(visitor.lead)).isFalse();
    visitor.consent.give(
        visitor.lead, new GivenElsewhere(Basis.EXISTING_CUSTOMER, "Invoice 12", sale, null, ALL_FOUR), "crm");
    assertThat(visitor.consent.isGiven(visitor.lead)).isTrue();
    assertThat(visitor.consent.isGiven(visitor.lead, PHONE)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void saysOfEachFieldWhatIsWrong(Visitor visitor) {
    Instant tomorrow = visitor.now().plus(Duration.ofDays(1));
    assertThat(faults(visitor, new GivenElsewhere(null, " ", tomorrow, null, null)))
        .containsExactly("basis", "document", "givenAt");
    assertThat(faults(visitor, new GivenElsewhere(Basis.DOUBLE_OPT_IN, "x", null, null, null)))
        .containsExactly("basis", "givenAt");
    assertThat(faults(visitor, new GivenElsewhere(Basis.IMPORTED, "x\ny", visitor.now(), Set.of(), ALL_FOUR)))
        .containsExactly("document", "purposes", "conditions");
    assertThat(faults(visitor,
        new GivenElsewhere(Basis.EXISTING_CUSTOMER, "x", visitor.now(), Set.of(NURTURE, PHONE), ALL_FOUR)))
        .containsExactly("purposes");
    assertThat(visitor.consent.proof(visitor.lead).bases()).isEmpty();
  }

  private static List<String> faults(Visitor visitor, GivenElsewhere given) {
    return given.faults(visitor.now()).stream().map(InvalidBasis.FieldFault::field).toList();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void revivesNobodyWhoWithdrewSince(Visitor visitor) {
    Instant before = visitor.now().minus(Duration.ofDays(1));
    imports(visitor, before, NURTURE);
    visitor.consent.withdraw(visitor.lead, "link");
    assertThatThrownBy(() -> imports(visitor, before, NURTURE)).isInstanceOf(WithdrawnSince.class)
        .hasMessageContaining("NURTURE was withdrawn");
    assertThatThrownBy(() -> imports(visitor, visitor.now(), NURTURE)).isInstanceOf(WithdrawnSince.class);
    assertThat(visitor.nextMail()).isEqualTo(MailState.CANCELLED);

    visitor.passes(Duration.ofDays(1));
    imports(visitor, visitor.now().minus(Duration.ofHours(1)), NURTURE);
    assertThat(visitor.nextMail()).isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void revivesNobodyWhoWasErasedSince(Visitor visitor) {
    Instant before = visitor.now();
    visitor.passes(Duration.ofDays(1));
    visitor.consent.withdraw(visitor.lead, "link");
    Visitor anew = visitor.erased(Erasure.TIME_IS_UP);
    assertThatThrownBy(() -> imports(anew, before, NURTURE)).isInstanceOf(WithdrawnSince.class);
    assertStoredNothing(anew);

    Instant between = visitor.now();
    visitor.passes(Duration.ofDays(1));
    Visitor last = anew.erased(Erasure.ON_REQUEST);
    assertThatThrownBy(() -> imports(last, between, NURTURE)).as("the last time counts")
        .isInstanceOf(WithdrawnSince.class).hasMessageContaining("givenAt must be later");
    assertStoredNothing(last);

    visitor.passes(Duration.ofSeconds(1));
    assertThat(imports(last, visitor.now(), NURTURE)).isTrue();
    assertThat(last.nextMail()).isEqualTo(MailState.SENT);
  }

  private static void assertStoredNothing(Visitor visitor) {
    assertThat(visitor.consent.proof(visitor.lead).bases()).isEmpty();
    assertThat(visitor.consent.isGiven(visitor.lead)).isFalse();
    assertThat(visitor.nextMail()).isEqualTo(MailState.CANCELLED);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void opensMailsByTheOwnersClickWhateverTheDates(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.passes(Duration.ofDays(1));
    visitor.intake.get(Mails.class).suppress(visitor.address(), "Hard bounce 5.1.1");
    assertThat(visitor.confirms()).isEqualTo(Status.CONFIRMED);
    assertThat(visitor.nextMail()).isEqualTo(MailState.SENT);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void countsTheLastWithdrawalAgainstWhatOthersReport(Visitor visitor) {
    visitor.consent.withdraw(visitor.lead, "link");
    visitor.passes(Duration.ofDays(1));
    Instant between = visitor.now();
    visitor.passes(Duration.ofDays(1));
    visitor.consent.withdraw(visitor.lead, "link");
    assertThatThrownBy(() -> imports(visitor, between, NURTURE)).isInstanceOf(WithdrawnSince.class);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void undoesNoObjectionByALaterSale(Visitor visitor) {
    visitor.consent.withdraw(visitor.lead, "link");
    visitor.passes(Duration.ofDays(30));
    assertThatThrownBy(() -> sells(visitor)).isInstanceOf(WithdrawnSince.class).hasMessageContaining("objection");
    Visitor anew = visitor.erased(Erasure.TIME_IS_UP);
    visitor.passes(Duration.ofDays(30));
    assertThatThrownBy(() -> sells(anew)).isInstanceOf(WithdrawnSince.class).hasMessageContaining("objection");
    assertStoredNothing(anew);
  }

  private static boolean sells(Visitor visitor) {
    return visitor.consent.give(
        visitor.lead, new GivenElsewhere(Basis.EXISTING_CUSTOMER, "Invoice 13", visitor.now(), null, ALL_FOUR),
        "crm");
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void outlivesThePersonInASealedArchive(Visitor visitor) {
    visitor.ticksTheBox();
    visitor.confirms();
    String address = visitor.address();
    erase(visitor, address);
    erase(visitor, address);

    assertThat(visitor.consent.isGiven(visitor.lead)).isFalse();
    assertThat(visitor.consent.proof(visitor.lead).requests()).isEmpty();
    assertThat(visitor.consent.archivedProofs(address)).singleElement().satisfies(proof -> {
      assertThat(proof.proof()).contains("Someone@Bau.example", "Firefox/1", "textHash", "nurture-1");
      assertThat(proof.keptUntil()).isEqualTo(visitor.now().atOffset(ZoneOffset.UTC).getYear() + 4 + "-01-01T00:00:00Z");
    });
    assertThat(visitor.consent.archivedProofs("x" + address)).isEmpty();
    assertThat(archive(visitor)).isNotEmpty().noneMatch(row -> row.contains("Bau.example") || row.contains("Firefox/1"));
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void isForgottenWhenItsTimeIsUp(Visitor visitor) {
    String mails = erasedAfter(visitor, NURTURE);
    String calls = erasedAfter(new Visitor(visitor.intake), NURTURE, PHONE);
    Instant now = visitor.now();
    int year = now.atOffset(ZoneOffset.UTC).getYear();
    visitor.passes(Duration.between(now, Instant.parse(year + 3 + "-12-31T23:59:59Z")));
    visitor.consent.forgetExpiredProofs();
    assertThat(visitor.consent.archivedProofs(mails)).hasSize(1);
    visitor.passes(Duration.ofSeconds(1));
    assertThat(visitor.consent.forgetExpiredProofs()).isPositive();
    assertThat(visitor.consent.archivedProofs(mails)).isEmpty();
    assertThat(visitor.consent.archivedProofs(calls)).as("§7a UWG").singleElement()
        .satisfies(proof -> assertThat(proof.keptUntil())
            .isEqualTo(now.atOffset(ZoneOffset.UTC).plusYears(5).toInstant()));
  }

  private static String erasedAfter(Visitor visitor, Purpose... purposes) {
    imports(visitor, visitor.now().minus(Duration.ofDays(1)), purposes);
    String address = visitor.address();
    erase(visitor, address);
    return address;
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void leavesNothingOfWhoNeverConfirmed(Visitor visitor) {
    visitor.ticksTheBox();
    String address = visitor.address();
    erase(visitor, address);
    assertThat(visitor.consent.archivedProofs(address)).isEmpty();
    assertThat(visitor.consent.proof(visitor.lead).requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void forgetsFromWhereAnUnconfirmedSignUpCame(Visitor visitor) {
    visitor.ticksTheBox();
    Visitor confirmed = new Visitor(visitor.intake);
    confirmed.ticksTheBox();
    confirmed.confirms();
    visitor.passes(Duration.ofDays(30).minusSeconds(1));
    visitor.consent.forgetNetworks();
    assertThat(request(visitor).ip()).isEqualTo(Visitor.IP);
    visitor.passes(Duration.ofSeconds(1));
    assertThat(visitor.consent.forgetNetworks()).isPositive();
    assertThat(request(visitor).ip()).isNull();
    assertThat(request(visitor).userAgent()).isNull();
    assertThat(request(confirmed).ip()).isEqualTo(Visitor.IP);
  }

  @ParameterizedTest
  @MethodSource("visitors")
  void refusesToStartWhenAWordingWasChanged(Visitor visitor) {
    JdbcClient jdbc = visitor.intake.get(JdbcClient.class);
    ConsentSettings settings = visitor.intake.get(ConsentSettings.class);
    CompanySettings company = visitor.intake.get(CompanySettings.class);
    assertThat(new Wordings(settings, company, jdbc).of(PHONE, Locale.ENGLISH).text())
        .startsWith("Yes, Example Company may call me");
    String change = "update consent_wording set wording_text = ? where wording = 'phone-1' and language = 'en'";
    String text = jdbc.sql("select wording_text from consent_wording where wording = 'phone-1' and language = 'en'")
        .query(String.class).single();
    jdbc.sql(change).param("Yes, anybody may call me.").update();
    assertThatThrownBy(() -> new Wordings(settings, company, jdbc))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("consent/phone-1.en.txt");
    jdbc.sql(change).param(text).update();
  }

  private static ConsentProof.Request request(Visitor visitor) {
    return visitor.consent.proof(visitor.lead).requests().get(0);
  }

  private static void erase(Visitor visitor, String address) {
    visitor.intake.get(ConsentPersonalData.class)
        .erase(new Person(visitor.lead.value(), address), Erasure.ON_REQUEST);
  }

  private static List<String> archive(Visitor visitor) {
    return visitor.intake.get(JdbcClient.class).sql("select sealed from consent_archive").query(String.class).list();
  }
}
