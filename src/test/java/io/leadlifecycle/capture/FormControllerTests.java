package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.TestIntake;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

class FormControllerTests {

  private final TestIntake intake = TestIntake.onEach().get(0);
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
    assertThat(sendsGuide()).isEqualTo(first).contains("sehen Sie in Ihr Postfach", "https://www.example.com/guide");
    Lead lead = onlyLead();
    assertThat(lead.contact().locale()).isEqualTo(Locale.GERMAN);
    assertThat(lead.contact().source()).isEqualTo("form");
    assertThat(intake.get(Consent.class).state(lead.id())).isEqualTo("REQUESTED");
  }

  @Test
  void promisesNoMailToWhoDidNotTickTheBox() throws Exception {
    web.perform(post("/forms/demo").param("email", email))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("inbox"))))
        .andExpect(content().string(containsString("We will get in touch")));
    assertThat(intake.get(Consent.class).state(onlyLead().id())).isEqualTo("NONE");
  }

  @Test
  void showsWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() throws Exception {
    web.perform(post("/forms/guide?lang=de").param("email", "erika").param("firstName", "<b>Erika").param("consent", "true"))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("vollständige E-Mail-Adresse")))
        .andExpect(content().string(containsString("value=\"erika\"")))
        .andExpect(content().string(containsString("value=\"&lt;b&gt;Erika\"")))
        .andExpect(content().string(containsString("checked=\"checked\"")))
        .andExpect(content().string(not(containsString("Bitte wählen Sie ein Land"))));
  }

  @Test
  void takesNothingThatTheFormDoesNotAskFor() throws Exception {
    web.perform(post("/forms/demo").param("email", email).param("budget", "1").param("utm_source", "x"))
        .andExpect(status().isOk());
    assertThat(onlyLead().contact().budget()).isNull();
  }

  @Test
  void hasNoFormForWhatIsNotOffered() throws Exception {
    web.perform(get("/forms/moon")).andExpect(status().isNotFound())
        .andExpect(content().string(containsString("This form does not exist")));
    web.perform(post("/forms/moon").param("email", email)).andExpect(status().isNotFound());
  }

  private String sendsGuide() throws Exception {
    return web.perform(post("/forms/guide?lang=de").param("email", email).param("country", "").param("consent", "true"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private Lead onlyLead() {
    List<Lead> found = intake.get(Leads.class).search(null, email, 0, 10);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
