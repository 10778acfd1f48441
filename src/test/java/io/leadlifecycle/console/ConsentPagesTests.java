package io.leadlifecycle.console;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.consent.SignUp;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The proof of a consent as people and programs see it, and how they report consents and withdrawals. */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:consent-pages;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "camunda.bpm.job-execution.enabled=false",
      "leads.mail.dispatch-automatically=false"
    })
@AutoConfigureMockMvc(addFilters = false)
@DirtiesContext
class ConsentPagesTests {

  private static final String SECOND = "(?s).*\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC.*";

  @Autowired MockMvc web;
  @Autowired Consent consent;
  @Autowired Leads leads;
  @Autowired Mails mails;

  private LeadId lead;

  @BeforeEach
  void erika() {
    EmailAddress address = new EmailAddress(UUID.randomUUID() + "@bau.example");
    lead = leads.register(
        new Contact(
            address, "Erika", null, null, null, null, null, null, null, null, null, null, Locale.GERMAN,
            ZoneOffset.UTC, null),
        false).id();
  }

  private void signsUp() {
    consent.request(lead, new SignUp(
        Set.of(Purpose.NURTURE, Purpose.PHONE), Locale.GERMAN, "Erika@Bau.example", "forms/guide", "3", "203.0.113.7",
        "<b>Firefox</b>"));
    consent.ask(lead);
    mails.dispatch();
  }

  private ResultActions reports(String json) throws Exception {
    return web.perform(put("/api/leads/{id}/consent", lead).principal(() -> "crm")
        .contentType(MediaType.APPLICATION_JSON).content(json));
  }

  private static String imported(String givenAt) {
    return """
        {"basis": "IMPORTED", "document": "Fair list 3", "givenAt": "%s", "purposes": ["NURTURE"]}""".formatted(givenAt);
  }

  @Test
  void showsTheWholeProof() throws Exception {
    signsUp();
    consent.withdraw(lead, "rep sam", Set.of(Purpose.PHONE));
    web.perform(get("/api/leads/{id}/consent", lead)).andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("REQUESTED"))
        .andExpect(jsonPath("$.purposes[?(@.purpose == 'PHONE')].state").value("WITHDRAWN"))
        .andExpect(jsonPath("$.requests", hasSize(1)))
        .andExpect(jsonPath("$.requests[0].boxes[0].wording").value("nurture-1"))
        .andExpect(jsonPath("$.requests[0].boxes[1].text").value(containsString("anrufen")))
        .andExpect(jsonPath("$.requests[0].address").value("Erika@Bau.example"))
        .andExpect(jsonPath("$.requests[0].ip").value("203.0.113.7"))
        .andExpect(jsonPath("$.requests[0].mail.messageId").isNotEmpty())
        .andExpect(jsonPath("$.requests[0].mail.textHash").value(matchesPattern("[0-9a-f]{64}")))
        .andExpect(jsonPath("$.requests[0].mail.templateVersion").value(matchesPattern("[0-9a-f]{64}")))
        .andExpect(jsonPath("$.history[0].how").value("rep sam"))
        .andExpect(content().string(not(containsString("afterRequest"))));
    web.perform(get("/leads/{id}/consent", lead)).andExpect(status().isOk())
        .andExpect(content().string(matchesPattern(SECOND)))
        .andExpect(content().string(containsString("forms/guide, version 3")))
        .andExpect(content().string(containsString("&lt;b&gt;Firefox&lt;/b&gt;")))
        .andExpect(content().string(not(containsString("<script"))));
    web.perform(get("/leads/{id}", lead)).andExpect(status().isOk())
        .andExpect(content().string(containsString("/leads/" + lead + "/consent\"")));
  }

  @Test
  void takesAConsentOnce() throws Exception {
    reports(imported("2026-01-31T10:00:00+01:00")).andExpect(status().isCreated())
        .andExpect(jsonPath("$.state").value("GIVEN"))
        .andExpect(jsonPath("$.basis").value("IMPORTED"))
        .andExpect(jsonPath("$.allowedBy").value(lead + ":basis:1"))
        .andExpect(jsonPath("$.bases[0].givenAt").value("2026-01-31T09:00:00Z"))
        .andExpect(jsonPath("$.bases[0].recordedBy").value("crm"));
    reports(imported("2026-01-31T09:00:00Z")).andExpect(status().isOk()).andExpect(jsonPath("$.bases", hasSize(1)));
    web.perform(get("/leads/{id}/consent", lead))
        .andExpect(content().string(containsString("id=\"consent-basis-1\"")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {}                                                     | basis,document,givenAt
      {"basis": 7, "document": [], "givenAt": "today"}       | basis,document,givenAt
      {"basis": "IMPORTED", "document": "x", "givenAt": "2026-01-01T00:00:00Z", "purposes": ["SPAM"]} | purposes
      {"basis": "IMPORTED", "document": "x", "givenAt": "2026-01-01T00:00:00Z", "purposes": ["NURTURE"], "x": 1} | x
      {"basis": "EXISTING_CUSTOMER", "document": "x", "givenAt": "2026-01-01T00:00:00Z", "conditions": 1} | conditions
      {"basis": "EXISTING_CUSTOMER", "document": "x", "givenAt": "2026-01-01T00:00:00Z"} | \
      conditions.addressFromSale,conditions.ownSimilarOffers,conditions.noObjection,conditions.toldOfObjection
      """)
  void saysWhichFieldIsWrong(String json, String fields) throws Exception {
    reports(json).andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.errors[*].field", containsInAnyOrder((Object[]) fields.split(","))));
    web.perform(get("/api/leads/{id}/consent", lead)).andExpect(jsonPath("$.state").value("NONE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "\"x\"", "{\"how\": \"x\", \"how\": \"y\"}"})
  void wantsAnObject(String body) throws Exception {
    reports(body).andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void takesAWithdrawalAndRevivesNobody() throws Exception {
    reports(imported("2026-01-31T10:00:00Z"));
    String path = "/api/leads/{id}/consent/withdrawal";
    web.perform(post(path, lead).principal(() -> "crm").contentType(MediaType.APPLICATION_JSON)
            .content("{\"how\": \"by letter\", \"purposes\": []}"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("purposes"));
    web.perform(post(path, lead).principal(() -> "crm").contentType(MediaType.APPLICATION_JSON)
            .content("{\"how\": \"by letter\"}"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("WITHDRAWN"))
        .andExpect(jsonPath("$.withdrawnBy").value("by letter, says crm"));
    reports(imported("2026-01-31T10:00:00Z")).andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("givenAt must be later")));
  }

  @Test
  void asksTheRepBack() throws Exception {
    String page = "/leads/" + lead + "/consent/withdrawal";
    web.perform(get(page)).andExpect(status().isOk())
        .andExpect(content().string(containsString("<form method=\"post\" action=\"" + page)));
    web.perform(get("/api/leads/{id}/consent", lead)).andExpect(jsonPath("$.state").value("NONE"));
    web.perform(post(page).principal(() -> "sam")).andExpect(redirectedUrl("/leads/" + lead));
    web.perform(get("/api/leads/{id}/consent", lead)).andExpect(jsonPath("$.withdrawnBy").value("rep sam"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0199f3a0-0000-7000-8000-00000000dead"})
  void knowsNobodyElse(String id) throws Exception {
    web.perform(get("/leads/{id}/consent", id)).andExpect(status().isNotFound())
        .andExpect(content().string(containsString("Unknown lead")));
    web.perform(get("/leads/{id}/consent/withdrawal", id)).andExpect(status().isNotFound());
    web.perform(get("/api/leads/{id}/consent", id)).andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    web.perform(put("/api/leads/{id}/consent", id).principal(() -> "crm").contentType(MediaType.APPLICATION_JSON)
        .content("{}")).andExpect(status().isNotFound());
  }
}
