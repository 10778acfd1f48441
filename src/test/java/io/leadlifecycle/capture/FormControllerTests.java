package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.consent.Basis;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.consent.GivenElsewhere;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.limits.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class FormControllerTests {

  private static final AtomicInteger NETWORKS = new AtomicInteger(100);

  private final TestModules intake = TestModules.intake().get(0);
  private final MockMvc web = intake.web(FormController.class);
  private final String email = UUID.randomUUID() + "@bau.example";

  @Test
  void asksForWhatTheOfferNeedsInTheReadersLanguage() throws Exception {
    web.perform(get("/forms/guide").header("Accept-Language", "de-AT"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<html lang=\"de\">")))
        .andExpect(content().string(containsString("Ein Leitfaden")))
        .andExpect(content().string(containsString("Vorname")))
        .andExpect(content().string(containsString("<option value=\"AT\">Österreich</option>")))
        .andExpect(content().string(containsString("Ja, Example Company darf mir")));
    web.perform(get("/forms/guide?lang=en").header("Accept-Language", "de"))
        .andExpect(content().string(containsString("A guide")))
        .andExpect(content().string(containsString("Yes, Example Company may")));
  }

  @Test
  void ticksNoBoxForAnybody() throws Exception {
    web.perform(get("/forms/guide")).andExpect(content().string(not(containsString("checked"))));
  }

  @Test
  void hasNoScriptOrStyleInThePage() throws Exception {
    String page = web.perform(get("/forms/guide")).andReturn().getResponse().getContentAsString();
    assertThat(page).doesNotContain("<script", "<style", "style=\"", "onclick", "??");
  }

  @Test
  void takesTheLeadAndSaysTheSameTheSecondTime() throws Exception {
    String first = sendsGuide();
    assertThat(sendsGuide()).isEqualTo(first)
        .contains("sehen Sie in Ihr Postfach", "https://www.example.com/guide");
    Lead lead = onlyLead();
    assertThat(lead.contact().locale()).isEqualTo(Locale.GERMAN);
    assertThat(lead.contact().source()).isEqualTo("form");
    assertThat(intake.get(Consent.class).state(lead.id())).isEqualTo("REQUESTED");
  }

  @Test
  void saysTheSameToNewPendingConfirmedAndRefusedAddresses() throws Exception {
    String toANewOne = sendsGuide();
    LeadId lead = onlyLead().id();
    Consent consent = intake.get(Consent.class);
    assertThat(consent.state(lead)).isEqualTo("REQUESTED");
    assertThat(sendsGuide()).isEqualTo(toANewOne);
    consent.give(lead, elsewhere(), "test");
    assertThat(consent.state(lead)).isEqualTo("GIVEN");
    assertThat(sendsGuide()).isEqualTo(toANewOne);
    consent.withdraw(lead, "link");
    assertThat(consent.state(lead)).isEqualTo("WITHDRAWN");
    assertThat(sendsGuide()).isEqualTo(toANewOne);
  }

  private GivenElsewhere elsewhere() {
    return new GivenElsewhere(
        Basis.IMPORTED, "contract 7", intake.clock().instant(), Set.of(Purpose.NURTURE), null);
  }

  @Test
  void promisesNoMailToWhoDidNotTickTheBox() throws Exception {
    send(filledIn("demo", "").param("email", email))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("inbox"))))
        .andExpect(content().string(containsString("We will get in touch")));
    assertThat(intake.get(Consent.class).state(onlyLead().id())).isEqualTo("NONE");
  }

  @Test
  void showsWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() throws Exception {
    send(filledIn("guide", "?lang=de")
            .param("email", "erika")
            .param("firstName", "<b>Erika")
            .param("consent", "true"))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("vollständige E-Mail-Adresse")))
        .andExpect(content().string(containsString("value=\"erika\"")))
        .andExpect(content().string(containsString("value=\"&lt;b&gt;Erika\"")))
        .andExpect(content().string(containsString("checked=\"checked\"")))
        .andExpect(content().string(not(containsString("Bitte wählen Sie ein Land"))));
  }

  @Test
  void takesNothingThatTheFormDoesNotAskFor() throws Exception {
    send(filledIn("demo", "").param("email", email).param("budget", "1").param("utm_source", "x"))
        .andExpect(status().isOk());
    assertThat(onlyLead().contact().budget()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2", "forged", "other form", "too soon", "too late", "honeypot"})
  void showsTheFormOnceMoreToWhatLooksLikeAProgram(String how) throws Exception {
    String stamp = stamp("guide", "");
    intake.clock().tick(how.equals("too late") ? Duration.ofDays(2) : Duration.ofSeconds(how.equals("too soon") ? 2 : 3));
    String sent = switch (how) {
      case "forged" -> stamp.replaceFirst("^[0-9]+", "1");
      case "other form" -> stamp("demo", "");
      case "too soon", "too late", "honeypot" -> stamp;
      default -> how;
    };
    var form = post("/forms/guide").with(someNetwork()).param("email", email).param(FormDoor.STAMP, sent);
    String again = send(how.equals("honeypot") ? form.param(FormDoor.HONEYPOT, "x") : form)
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Please send it once more")))
        .andExpect(content().string(containsString("value=\"" + email)))
        .andReturn().getResponse().getContentAsString();
    assertThat(intake.get(Leads.class).search(null, email, 0, 10)).isEmpty();

    intake.clock().tick(Duration.ofSeconds(3));
    send(post("/forms/guide").with(someNetwork()).param("email", email).param(FormDoor.STAMP, stampIn(again)))
        .andExpect(status().isOk());
    onlyLead();
  }

  /** As after a new wording went into use while the page was open: here, the one in another language. */
  @Test
  void asksOnceMoreWithEmptyBoxesWhenItsWordingIsNotTheOneThatWasShown() throws Exception {
    String shown = stamp("guide", "?lang=de");
    intake.clock().tick(Duration.ofSeconds(3));
    String again = send(post("/forms/guide?lang=en").with(someNetwork())
            .param("email", email).param("consent", "true").param(FormDoor.STAMP, shown))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Yes, Example Company may")))
        .andExpect(content().string(containsString("value=\"" + email)))
        .andExpect(content().string(not(containsString("checked"))))
        .andReturn().getResponse().getContentAsString();
    assertThat(intake.get(Leads.class).search(null, email, 0, 10)).isEmpty();

    intake.clock().tick(Duration.ofSeconds(3));
    send(post("/forms/guide?lang=en").with(someNetwork())
            .param("email", email).param("consent", "true").param(FormDoor.STAMP, stampIn(again)))
        .andExpect(status().isOk());
    assertThat(intake.get(Consent.class).proof(onlyLead().id()).requests().get(0).language()).isEqualTo("en");
  }

  @Test
  void takesFiveAnHourFromOneNetworkWhateverTheAddresses() throws Exception {
    RequestPostProcessor one = from("2001:db8:1:2::1");
    for (int i = 0; i < 5; i++) {
      send(filledIn("guide", "").with(one).param("email", UUID.randomUUID() + "@gmail.com"))
          .andExpect(status().isOk());
    }
    send(filledIn("guide", "").with(from("2001:db8:1:2:ffff::9")).param("email", email))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists("Retry-After"))
        .andExpect(content().string(containsString("Nothing was stored")));
    assertThat(intake.get(Leads.class).search(null, email, 0, 10)).isEmpty();
    send(filledIn("guide", "").with(from("2001:db8:1:3::1")).param("email", email)).andExpect(status().isOk());
    intake.clock().tick(Duration.ofHours(1));
    send(filledIn("guide", "").with(one).param("email", email)).andExpect(status().isOk());
  }

  @Test
  void takesNoFormFromWhereOthersSaidThatItWasNotThem() throws Exception {
    for (int i = 0; i < 2; i++) {
      intake.get(Limits.class).note(Consent.complaintsOf("203.0.113.77"));
    }
    send(filledIn("guide", "").with(from("203.0.113.77")).param("email", email))
        .andExpect(status().isTooManyRequests());
    send(filledIn("guide", "").with(from("203.0.113.78")).param("email", email)).andExpect(status().isOk());
  }

  @Test
  void keepsForTheProofWhatTheFormWasAndFromWhereItCame() throws Exception {
    send(filledIn("guide", "?lang=de").with(from("203.0.113.9"))
            .header("User-Agent", "Browser\u0007 1").param("email", " " + email.toUpperCase(Locale.ROOT))
            .param("consent", "true").param("consentPhone", "true"))
        .andExpect(status().isOk());
    ConsentProof.Request proof = intake.get(Consent.class).proof(onlyLead().id()).requests().get(0);
    assertThat(proof.boxes()).extracting(ConsentProof.Box::purpose)
        .containsExactlyInAnyOrder(Purpose.NURTURE, Purpose.PHONE);
    assertThat(proof.address().strip()).isEqualTo(email.toUpperCase(Locale.ROOT));
    assertThat(proof.form()).isEqualTo("forms/guide");
    assertThat(proof.formVersion()).matches("[0-9a-f]{16}");
    assertThat(proof.ip()).isEqualTo("203.0.113.9");
    assertThat(proof.userAgent()).isEqualTo("Browser 1");
    assertThat(proof.language()).isEqualTo("de");
  }

  @Test
  void hasNoFormForWhatIsNotOffered() throws Exception {
    web.perform(get("/forms/moon")).andExpect(status().isNotFound())
        .andExpect(content().string(containsString("This form does not exist")));
    send(post("/forms/moon").param("email", email)).andExpect(status().isNotFound());
  }

  private String sendsGuide() throws Exception {
    return send(filledIn("guide", "?lang=de")
            .param("email", email)
            .param("country", "")
            .param("consent", "true"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private ResultActions send(MockHttpServletRequestBuilder form) throws Exception {
    return web.perform(asyncDispatch(web.perform(form).andReturn()));
  }

  /** As people do: opened, and sent a while later, from anywhere. */
  private MockHttpServletRequestBuilder filledIn(String offer, String query) throws Exception {
    String stamp = stamp(offer, query);
    intake.clock().tick(Duration.ofSeconds(3));
    return post("/forms/" + offer + query).with(someNetwork()).param(FormDoor.STAMP, stamp);
  }

  private String stamp(String offer, String query) throws Exception {
    return stampIn(web.perform(get("/forms/" + offer + query)).andReturn().getResponse().getContentAsString());
  }

  private static String stampIn(String page) {
    Matcher stamp = Pattern.compile("name=\"opened\" value=\"([^\"]+)").matcher(page);
    assertThat(stamp.find()).isTrue();
    return stamp.group(1);
  }

  private static RequestPostProcessor someNetwork() {
    return from("2001:db8:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::1");
  }

  private static RequestPostProcessor from(String ip) {
    return request -> {
      request.setRemoteAddr(ip);
      return request;
    };
  }

  private Lead onlyLead() {
    List<Lead> found = intake.get(Leads.class).search(null, email, 0, 10);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
