package io.leadlifecycle.console;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.smtp.SandboxInbox;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole program behind its doors, where nothing happens by itself. */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:console;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "camunda.bpm.job-execution.enabled=false",
      "leads.mail.dispatch-automatically=false"
    })
@AutoConfigureMockMvc(addFilters = false)
@DirtiesContext
class ConsoleTests {

  private static final UUID NOBODY = UUID.fromString("0199f3a0-0000-7000-8000-00000000dead");

  @Autowired MockMvc web;
  @Autowired Mails mails;
  @Autowired JdbcClient jdbc;
  @Autowired SandboxInbox inbox;
  @Autowired ObjectMapper json;
  @Autowired TransactionTemplate transactions;

  @Test
  void listsLeadsByCompanyAndStage() throws Exception {
    String company = "Metall " + UUID.randomUUID();
    capture("erika", company);

    see("/leads?q={q}&stage=CONFIRMING", company).andExpect(content().string(containsString(company)));
    see("/leads?q={q}&stage=LOST", company).andExpect(content().string(containsString("No leads here")));
  }

  @Test
  void turnsPages() throws Exception {
    String company = "Serie " + UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      capture("erika" + i, company);
    }

    read("/api/leads?size=2&q={q}", company)
        .andExpect(jsonPath("$.leads", hasSize(2)))
        .andExpect(jsonPath("$.hasNext").value(true));
    read("/api/leads?size=2&page=1&q={q}", company)
        .andExpect(jsonPath("$.leads", hasSize(1)))
        .andExpect(jsonPath("$.hasNext").value(false));
  }

  @Test
  void showsWhereALeadStands() throws Exception {
    see("/leads/" + capture("erika", "Bau AG"))
        .andExpect(content().string(containsString("Erika Muster")))
        .andExpect(content().string(containsString("Confirming address")))
        .andExpect(content().string(containsString("Not confirmed yet")))
        .andExpect(content().string(containsString("Downloaded")));
  }

  @Test
  void showsWhatALeadTypedAsText() throws Exception {
    see("/leads/" + capture("erika", "<b>Bau</b>"))
        .andExpect(content().string(containsString("&lt;b&gt;Bau")))
        .andExpect(content().string(not(containsString("<b>Bau"))));
  }

  @Test
  void tellsWhatBecameOfEachMail() throws Exception {
    String lead = capture("erika", "Bau AG");
    transactions.executeWithoutResult(
        transaction -> mails.skipAtCommit(news(lead), "Overtaken by an invitation"));

    see("/leads/" + lead)
        .andExpect(content().string(containsString("Mails: Waiting")))
        .andExpect(content().string(containsString("Waits to be sent")))
        .andExpect(content().string(containsString("Mails: Not sent")))
        .andExpect(content().string(containsString("Overtaken by an invitation")))
        .andExpect(content().string(containsString(">Skipped</span>")))
        .andExpect(content().string(not(containsString("Mails: Planned"))));
  }

  @Test
  void tellsWhichMailsAreLeftOutAsThingsStand() throws Exception {
    String lead = capture("erika", "Bau AG");
    jdbc.sql("update consent set state = 'GIVEN', allowed_by = 'x:1' where lead_id = ?").param(UUID.fromString(lead)).update();
    jdbc.sql("update lead set stage = 'NURTURED' where id = ?").param(UUID.fromString(lead)).update();
    jdbc.sql("insert into nurture_topic_unwanted (lead_id, topic) values (?, 'process-automation')")
        .param(UUID.fromString(lead)).update();

    see("/leads/" + lead)
        .andExpect(content().string(containsString("Mails: Left out")))
        .andExpect(content().string(containsString("The lead wants no mails on Automating processes")));
    read("/api/leads/{id}/mails", lead)
        .andExpect(jsonPath("$.skipped", hasSize(0)))
        .andExpect(jsonPath("$.leftOut", hasSize(5)))
        .andExpect(jsonPath("$.leftOut[0].template").value("process-automation-1"))
        .andExpect(jsonPath("$.leftOut[0].reason").value("The lead wants no mails on Automating processes"));
  }

  private static MailOrder news(String lead) {
    Map<String, String> values = Map.of(
        "firstName", "Erika", "lastName", "", "company", "", "senderName", "Kim", "companyName", "Example",
        "imprint", "Example", "unsubscribe", "https://leads.example.com/unsubscribe/x", "publicAddress",
        "https://leads.example.com");
    return new MailOrder(
        lead + ":1", MailClass.NURTURE, lead, lead + ":1", "erika@bau.example", "Erika", Locale.ENGLISH,
        new Place(ZoneOffset.UTC, null), "gone-quiet-1", values, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/leads/nonsense", "/leads/0199f3a0-0000-7000-8000-00000000dead"})
  void hasAFriendlyPageForALeadThatIsNot(String path) throws Exception {
    web.perform(get(path))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("Unknown lead")))
        .andExpect(content().string(containsString("href=\"/sandbox\"")));
  }

  @Test
  void withdrawsConsentInTheRepsName() throws Exception {
    String lead = capture("erika", "Bau AG");

    web.perform(post("/leads/{id}/consent/withdrawal", lead).principal(() -> "sam"))
        .andExpect(redirectedUrl("/leads/" + lead));

    see("/leads/" + lead).andExpect(content().string(containsString("rep sam")));
    read("/api/leads/{id}", lead).andExpect(jsonPath("$.consent").value("WITHDRAWN"));
  }

  @Test
  void tellsProgramsWhatItTellsPeople() throws Exception {
    String lead = capture("erika", "Bau AG");

    read("/api/leads/{id}", lead)
        .andExpect(jsonPath("$.id").value(lead))
        .andExpect(jsonPath("$.stage").value("CONFIRMING"))
        .andExpect(jsonPath("$.stageSince").exists())
        .andExpect(jsonPath("$.score.temperature").exists())
        .andExpect(jsonPath("$.score.parts", hasSize(1)))
        .andExpect(jsonPath("$.consent").value("REQUESTED"))
        .andExpect(jsonPath("$.nextMailAt").isEmpty())
        .andExpect(jsonPath("$.contact.company").value("Bau AG"));
    read("/api/leads/{id}/timeline", lead)
        .andExpect(jsonPath("$[?(@.kind == 'ACTIVITY')].code").value("download"));
    read("/api/leads/{id}/mails", lead)
        .andExpect(jsonPath("$.waiting[0].template").value("opt-in"))
        .andExpect(jsonPath("$.planned", hasSize(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/timeline", "/mails"})
  void tellsProgramsThatThereIsNoSuchLead(String what) throws Exception {
    for (String id : new String[] {NOBODY.toString(), "nonsense", "%00"}) {
      web.perform(get(URI.create("/api/leads/" + id + what)))
          .andExpect(status().isNotFound())
          .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stage=FROZEN, stage", "page=x, page", "page=-1, page", "page=99999999999, page", "size=0, size",
    "size=1000, size", "q=%00, q"
  })
  void namesTheParameterThatIsWrong(String parameters, String wrong) throws Exception {
    web.perform(get(URI.create("/api/leads?" + parameters)))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", startsWith(wrong + ": ")))
        .andExpect(jsonPath("$.errors[0].field").value(wrong));
    web.perform(get(URI.create("/leads?" + parameters)))
        .andExpect(wrong.equals("size") ? status().isOk() : status().isBadRequest());
  }

  @Test
  void countsLeadsInEveryStage() throws Exception {
    capture("erika", "Bau AG");

    read("/api/funnel")
        .andExpect(jsonPath("$.length()").value(Stage.values().length))
        .andExpect(jsonPath("$.CONFIRMING", greaterThanOrEqualTo(1)));
  }

  @Test
  void showsTheMailsOfTheSandbox() throws Exception {
    capture("inge", "Bau AG");
    mails.dispatch();
    String id = inbox.mails().get(0).messageId();

    see("/sandbox").andExpect(content().string(containsString(inbox.mails().get(0).subject())));
    see("/sandbox/mails/{id}", id).andExpect(content().string(containsString("/confirm/")));
    see("/sandbox/mails/{id}/html", id)
        .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
        .andExpect(content().string(containsString("<base target=\"_blank\">")));
    read("/sandbox/api/mails").andExpect(jsonPath("$[0].messageId").value(id));
    web.perform(get("/sandbox/mails/nonsense")).andExpect(status().isNotFound());
  }

  @Test
  void movesTheClock() throws Exception {
    web.perform(post("/sandbox/clock").param("advance", "PT1H")).andExpect(redirectedUrl("/sandbox"));
    advance("{\"advance\": \"P3D\"}").andExpect(status().isOk()).andExpect(jsonPath("$.now").exists());
    read("/sandbox/api/clock").andExpect(jsonPath("$.now").exists());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "null", "[]", "{}", "{\"advance\": \"soon\"}", "{\"advance\": \"PT-1H\"}", "{\"advance\": {}}",
        "{\"advance\": \"P9999999999999999D\"}", "{\"advance\": \"P1Y\"}"
      })
  void movesTheClockOnlyBySomethingSensible(String body) throws Exception {
    advance(body)
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", startsWith("advance: ")));
  }

  @Test
  void showsHowEachMailLooks() throws Exception {
    see("/sandbox").andExpect(content().string(containsString("href=\"/playbook/letters\"")));
    see("/playbook/letters").andExpect(content().string(containsString("mails/business-case-1.de.md")));
    String hostile = "?template=gone-quiet-1&language=de&reader=HOSTILE";
    see("/playbook/letters" + hostile)
        .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
        .andExpect(content().string(not(containsString("<script>"))));
    see("/playbook/letters/html" + hostile)
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox allow-popups")))
        .andExpect(content().string(containsString("<base target=\"_blank\">")))
        .andExpect(content().string(not(containsString("<script>"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "?template=nonsense&language=en&reader=USUAL", "?template=opt-in&language=fr&reader=USUAL",
    "?template=../README&language=en&reader=USUAL"
  })
  void hasNoMailThatThePlaybookHasNot(String letter) throws Exception {
    web.perform(get("/playbook/letters" + letter))
        .andExpect(status().isNotFound()).andExpect(content().string(containsString("Unknown mail")));
    web.perform(get("/playbook/letters/html" + letter)).andExpect(status().isNotFound());
  }

  @Test
  void letsAnOperatorSendAgainWhatIsInDoubt() throws Exception {
    String lead = capture("olga", "Zweifel AG");
    String key = "opt-in:" + lead + ":1";
    becomes(key, "UNKNOWN");

    see("/mails")
        .andExpect(content().string(containsString("Zweifel AG")))
        .andExpect(content().string(containsString("/mails/" + key + "/resend")))
        .andExpect(content().string(containsString("Perhaps sent: ")));

    for (String told : new String[] {"goes out again", "somebody else was faster"}) {
      web.perform(post("/mails/{key}/resend", key).principal(() -> "mia"))
          .andExpect(redirectedUrl("/mails"))
          .andExpect(flash().attribute("done", containsString(told)));
    }
    read("/api/leads/{id}/mails", lead)
        .andExpect(jsonPath("$.waiting[0].key").value(key))
        .andExpect(jsonPath("$.waiting[0].reason").value("To be sent again, says mia"));
    see("/mails").andExpect(content().string(not(containsString("Zweifel AG"))));
  }

  @Test
  void letsProgramsSendAgainWhatIsInDoubt() throws Exception {
    String key = "opt-in:" + capture("pia", "Bau AG") + ":1";
    resend(key).andExpect(status().isConflict()).andExpect(jsonPath("$.detail", endsWith("PENDING")));

    for (String state : new String[] {"UNKNOWN", "FAILED"}) {
      becomes(key, state);
      read("/api/mails?state=" + state)
          .andExpect(jsonPath("$.mails[?(@.key == '" + key + "')].state").value(state));
      read("/api/mails").andExpect(jsonPath("$.mails[?(@.key == '" + key + "')]", hasSize(1)));
      resend(key).andExpect(status().isOk()).andExpect(jsonPath("$.state").value("PENDING"));
      read("/api/mails").andExpect(jsonPath("$.mails[?(@.key == '" + key + "')]", hasSize(0)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "opt-in:0199f3a0-0000-7000-8000-00000000dead:1", "%25"})
  void knowsNoMailThatWasNeverOrdered(String key) throws Exception {
    resend(key)
        .andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @ParameterizedTest
  @CsvSource({"state=LOST, state", "'state=,', state", "size=0, size", "size=x, size", "size=201, size"})
  void namesWhatIsWrongWhenMailsAreAskedFor(String parameters, String wrong) throws Exception {
    web.perform(get("/api/mails?" + parameters))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", startsWith(wrong + ": must be ")));
  }

  private ResultActions resend(String key) throws Exception {
    return web.perform(post("/api/mails/{key}/resend", key).principal(() -> "Website"));
  }

  private void becomes(String key, String state) {
    jdbc.sql("update mail_ledger set state = ? where mail_key = ?").params(state, key).update();
  }

  private ResultActions advance(String body) throws Exception {
    return web.perform(
        post("/sandbox/api/clock").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions see(String page, Object... values) throws Exception {
    return web.perform(get(page, values)).andExpect(status().isOk());
  }

  private ResultActions read(String path, Object... values) throws Exception {
    return see(path, values).andExpect(content().contentType(MediaType.APPLICATION_JSON));
  }

  /** A lead that downloaded something and wants mails. @return its id */
  private String capture(String name, String company) throws Exception {
    Map<String, Object> fields =
        Map.of(
            "email", name + "-" + UUID.randomUUID() + "@bau.example",
            "firstName", "Erika",
            "lastName", "Muster",
            "company", company,
            "country", "DE",
            "consent", true,
            "offer", "ebook-process-automation");
    String answer =
        web.perform(
                post("/api/leads")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(json.writeValueAsString(fields)))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsString();
    return json.readTree(answer).get("id").asText();
  }
}
