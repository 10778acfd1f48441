package io.leadlifecycle.nurture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.Frequency;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page where leads choose, by all its effects. */
class PreferencesTests {

  private static final String EBOOK = "ebook-process-automation";
  private static final String WHITEPAPER = "whitepaper-erp-integration";
  private static final List<String> TOPICS =
      List.of("process-automation", "quality-management", "erp-integration");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  static Stream<Prospect> prospects() {
    return TestModules.sales().stream().map(Prospect::new);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void showsHowThingsStandAndChangesNothing(Prospect prospect) throws Exception {
    prospect.web().perform(get(prospect.preferencePage()))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(content().string(containsString("<html lang=\"de\">")))
        .andExpect(content().string(containsString("Prozesse automatisieren")))
        .andExpect(content().string(not(containsString("role=\"status\""))));
    assertThat(prospect.wishes()).isEqualTo(Wishes.NONE);
    assertThat(prospect.heard(NurtureChanged.class)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void keepsWhatALeadChoosesAndTellsItsProcess(Prospect prospect) throws Exception {
    LocalDate day = today(prospect).plusDays(10);
    chooses(prospect, "MONTHLY", List.of("erp-integration"), day.toString())
        .andExpect(content().string(containsString("Gespeichert")));
    Wishes chosen =
        new Wishes(Frequency.MONTHLY, Set.of("process-automation", "quality-management"), day);
    assertThat(prospect.wishes()).isEqualTo(chosen);
    assertThat(prospect.heard(NurtureChanged.class)).hasSize(1);
    prospect.web().perform(get(prospect.preferencePage()))
        .andExpect(content().string(containsString("value=\"" + day + "\"")))
        .andExpect(content().string(containsString("<option value=\"MONTHLY\" selected=\"selected\">")));
    chooses(prospect, "ANY", TOPICS, "");
    assertThat(prospect.wishes()).isEqualTo(Wishes.NONE);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void writesNoMoreOftenThanTheLeadWants(Prospect prospect) throws Exception {
    prospect.reads(EBOOK);
    chooses(prospect, "WEEKLY", TOPICS, "");
    while (prospect.nurture.hasNext(prospect.lead)) {
      prospect.nextMail();
    }
    assertThat(gaps(prospect)).hasSize(4).allMatch(gap -> gap.compareTo(Duration.ofDays(7)) >= 0);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void neverWritesMoreOftenThanTheCompanyAllows(Prospect prospect) throws Exception {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    List<PlannedMail> before = prospect.nurture.plan(prospect.lead);
    for (String frequency : List.of("ANY", "WEEKLY", "MONTHLY")) {
      chooses(prospect, frequency, TOPICS, "");
      List<PlannedMail> after = prospect.nurture.plan(prospect.lead);
      for (int i = 0; i < after.size(); i++) {
        assertThat(after.get(i).at()).isAfterOrEqualTo(before.get(i).at());
      }
    }
  }

  private static List<Duration> gaps(Prospect prospect) {
    List<Instant> sent = prospect.mails().stream()
        .filter(mail -> mail.state() == MailState.SENT).map(MailEntry::sentAt).sorted().toList();
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < sent.size(); i++) {
      gaps.add(Duration.between(sent.get(i - 1), sent.get(i)));
    }
    return gaps;
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void writesOnNoTopicThatTheLeadDoesNotWantUntilItWantsItAgain(Prospect prospect) throws Exception {
    prospect.reads(EBOOK);
    prospect.reads(WHITEPAPER);
    chooses(prospect, "ANY", List.of("erp-integration"), "");
    assertThat(prospect.nurture.plan(prospect.lead)).extracting(PlannedMail::sequence)
        .containsOnly("erp-integration");
    chooses(prospect, "ANY", TOPICS, "");
    assertThat(prospect.nurture.plan(prospect.lead)).hasSize(9);
    chooses(prospect, "ANY", List.of(), "");
    assertThat(prospect.nurture.hasNext(prospect.lead)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void pausesUntilThatDayBeginsWhereTheLeadIs(Prospect prospect) throws Exception {
    prospect.reads(EBOOK);
    LocalDate day = today(prospect).plusYears(1);
    chooses(prospect, "ANY", TOPICS, day.toString());
    assertThat(prospect.nurture.nextMailAt(prospect.lead).toInstant())
        .isAfterOrEqualTo(day.atStartOfDay(BERLIN).toInstant());
    prospect.passes(Duration.ofDays(368));
    assertThat(prospect.wishes().pausedUntil()).isNull();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void changesNothingAndNamesTheFieldThatIsWrong(Prospect prospect) throws Exception {
    LocalDate today = today(prospect);
    chooses(prospect, "WEEKLY", TOPICS, "");
    Wishes before = prospect.wishes();
    refuses(prospect, "frequency", sending("HOURLY", List.of(), ""));
    refuses(prospect, "frequency", sending("YEARLY", List.of(), ""));
    refuses(prospect, "frequency", post("/"));
    refuses(prospect, "topic", sending("MONTHLY", List.of("<script>"), ""));
    for (String day : List.of("soon", "2026-02-30", "+99999-01-01", today.toString(), "1999-01-01",
        today.plusYears(1).plusDays(1).toString())) {
      refuses(prospect, "pause", sending("MONTHLY", List.of(), day));
    }
    assertThat(prospect.wishes()).isEqualTo(before);
    assertThat(prospect.heard(NurtureChanged.class)).hasSize(1);
  }

  private static void refuses(Prospect prospect, String field, MockHttpServletRequestBuilder sent)
      throws Exception {
    prospect.web().perform(sent.uri(prospect.preferencePage()))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("id=\"" + field + "-fault\"")))
        .andExpect(content().string(not(containsString("<script>"))));
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void unsubscribesFromAll(Prospect prospect) throws Exception {
    prospect.reads(EBOOK);
    prospect.web().perform(post(prospect.preferencePage()).param("unsubscribe", "true"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("abgemeldet")));
    assertThat(prospect.nurture.hasNext(prospect.lead)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void saysOfALinkThatDoesNotWorkThatNothingWasSaved(Prospect prospect) throws Exception {
    String real = prospect.preferencePage();
    String signature = real.substring(real.indexOf('.'));
    for (String token : List.of("x", "x.y", ".", prospect.lead + ".x", LeadId.next() + signature)) {
      for (MockHttpServletRequestBuilder sent : List.of(
          get("/"), sending("WEEKLY", TOPICS, ""), sending("HOURLY", TOPICS, ""),
          post("/").param("unsubscribe", "true"))) {
        prospect.web().perform(sent.uri("/preferences/{token}", token))
            .andExpect(status().isNotFound())
            .andExpect(header().string("Cache-Control", "no-store"))
            .andExpect(content().string(containsString("Nothing was saved")))
            .andExpect(content().string(not(containsString("<form"))));
      }
    }
    assertThat(prospect.wishes()).isEqualTo(Wishes.NONE);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void tellsALeadThatUnsubscribedThatItGetsNoMailsAtAll(Prospect prospect) throws Exception {
    prospect.takesBackConsent();
    for (MockHttpServletRequestBuilder sent : List.of(get("/"), sending("WEEKLY", TOPICS, ""))) {
      prospect.web().perform(sent.uri(prospect.preferencePage()))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("sendet Ihnen keine Informationen mehr")))
          .andExpect(content().string(not(containsString("Gespeichert"))));
    }
    assertThat(prospect.wishes()).isEqualTo(Wishes.NONE);
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void forgetsNothingThatWasSaidOfTopicsThatAreNotOnThePage(Prospect prospect) throws Exception {
    prospect.wantedNothingOn("former-topic");
    chooses(prospect, "ANY", List.of("erp-integration"), "");
    assertThat(prospect.wishes().unwanted())
        .containsExactlyInAnyOrder("former-topic", "process-automation", "quality-management");
    chooses(prospect, "ANY", TOPICS, "");
    assertThat(prospect.wishes().unwanted()).containsExactly("former-topic");
  }

  @ParameterizedTest
  @MethodSource("prospects")
  void offersADailyMailAndShowsThatItWasChosen(Prospect prospect) throws Exception {
    chooses(prospect, "DAILY", TOPICS, "");
    prospect.web().perform(get(prospect.preferencePage()))
        .andExpect(content().string(containsString("Höchstens einmal am Tag")))
        .andExpect(content().string(containsString("<option value=\"DAILY\" selected=\"selected\">")));
  }

  private static ResultActions chooses(Prospect prospect, String frequency, List<String> topics, String pause)
      throws Exception {
    return prospect.web().perform(sending(frequency, topics, pause).uri(prospect.preferencePage()))
        .andExpect(status().isOk());
  }

  /** What a browser sends. */
  private static MockHttpServletRequestBuilder sending(String frequency, List<String> topics, String pause) {
    MockHttpServletRequestBuilder form = post("/").param("frequency", frequency).param("pause", pause);
    return topics.isEmpty() ? form : form.param("topic", topics.toArray(String[]::new));
  }

  private static LocalDate today(Prospect prospect) {
    return LocalDate.ofInstant(prospect.now(), BERLIN);
  }
}
