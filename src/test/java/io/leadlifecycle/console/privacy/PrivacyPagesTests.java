package io.leadlifecycle.console.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.lead.LeadId;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a data protection officer sees and does, and what other systems may ask. */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:privacy-pages;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "camunda.bpm.job-execution.enabled=false",
      "leads.mail.dispatch-automatically=false"
    })
@AutoConfigureMockMvc(addFilters = false)
@DirtiesContext
class PrivacyPagesTests {

  private static final String NOBODY = "0199f3a0-0000-7000-8000-00000000dead";

  @Autowired MockMvc web;
  @Autowired ObjectMapper json;
  @Autowired Activities activities;

  @Test
  void findAPersonByAnAddressThatStandsInNoUrl() throws Exception {
    String lead = capture("Inge");

    search(" INGE-" + lead(lead).path("contact").path("email").asText().substring("inge-".length()) + " ")
        .andExpect(redirectedUrl("/privacy/leads/" + lead));
    web.perform(get("/privacy")).andExpect(status().isOk())
        .andExpect(content().string(containsString("<form method=\"post\"")))
        .andExpect(content().string(containsString("action=\"/privacy\"")));
  }

  @Test
  void sayThatNobodyIsKnownOrThatThisIsNoAddress() throws Exception {
    search("nobody@bau.example").andExpect(status().isOk())
        .andExpect(content().string(containsString("We know nobody by this address")));
    for (String wrong : new String[] {"", "<b>x", "x\u0000@y.example"}) {
      search(wrong).andExpect(status().isBadRequest())
          .andExpect(content().string(containsString("That is no e-mail address")))
          .andExpect(content().string(not(containsString("<b>x"))));
    }
  }

  private ResultActions search(String address) throws Exception {
    return web.perform(post("/privacy").param("address", address));
  }

  @Test
  void tellAllInBothLanguagesAndAsText() throws Exception {
    String lead = capture("<i>Inge</i>");

    web.perform(get("/privacy/leads/" + lead)).andExpect(status().isOk())
        .andExpect(content().string(containsString("What the person did")))
        .andExpect(content().string(containsString("First name")))
        .andExpect(content().string(containsString("&lt;i&gt;Inge&lt;/i&gt;")))
        .andExpect(content().string(not(containsString("<i>Inge"))));
    web.perform(get("/privacy/leads/" + lead).header("Accept-Language", "de"))
        .andExpect(content().string(containsString("Was die Person getan hat")))
        .andExpect(content().string(containsString("Vorname")));
  }

  @Test
  void nameEveryFieldInBothLanguages() throws Exception {
    String lead = capture("Inge");
    JsonNode all = json.readTree(export(lead).andReturn().getResponse().getContentAsString());
    Set<String> missing = new TreeSet<>();
    for (Locale language : new Locale[] {Locale.ROOT, Locale.GERMAN}) {
      ResourceBundle messages = ResourceBundle.getBundle("messages", language);
      all.properties().stream().filter(section -> !section.getKey().equals("consent")).forEach(section -> {
        if (!messages.containsKey("privacy.section." + section.getKey())) {
          missing.add("section " + section.getKey());
        }
        fields(section.getValue()).stream().filter(field -> !messages.containsKey("privacy.field." + field))
            .forEach(missing::add);
      });
    }
    assertThat(missing).isEmpty();
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.properties().forEach(field -> {
      names.add(field.getKey());
      names.addAll(fields(field.getValue()));
    });
    if (node.isArray()) {
      node.forEach(item -> names.addAll(fields(item)));
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/leads/%s/personal-data", "/privacy/leads/%s/personal-data"})
  void handOutAFileWhoseNameSaysNothing(String path) throws Exception {
    String lead = capture("Inge");
    activities.record(LeadId.of(lead), new NewActivity(
        UUID.randomUUID().toString(), ActivityKind.PAGE_VIEW, null, null, "/prices", null));

    web.perform(get(path.formatted(lead))).andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_JSON))
        .andExpect(header().string("Content-Disposition", "attachment; filename=\"personal-data.json\""))
        .andExpect(jsonPath("$.lead.lead.contact.firstName").value("Inge"))
        .andExpect(jsonPath("$.activities[?(@.detail == '/prices')]", hasSize(1)))
        .andExpect(jsonPath("$.mails.mails[0].values.firstName").exists())
        .andExpect(jsonPath("$.processes[0].steps[*].what").value("Lead captured"));
  }

  private ResultActions export(String lead) throws Exception {
    return web.perform(get("/api/leads/" + lead + "/personal-data"));
  }

  @Test
  void eraseAfterAskingOnce() throws Exception {
    String lead = capture("Inge");

    web.perform(get("/privacy/leads/{id}/erase", lead)).andExpect(status().isOk())
        .andExpect(content().string(containsString("Erase this person?")))
        .andExpect(content().string(containsString("action=\"/privacy/leads/" + lead + "/erase\"")));
    export(lead).andExpect(status().isOk());
    for (int twice = 0; twice < 2; twice++) {
      web.perform(post("/privacy/leads/{id}/erase", lead)).andExpect(redirectedUrl("/privacy"))
          .andExpect(flash().attribute("done", containsString("Erased")));
    }

    export(lead).andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    web.perform(get("/privacy/leads/" + lead)).andExpect(status().isNotFound())
        .andExpect(content().string(containsString("Perhaps the person was erased")));
  }

  @Test
  void answerTheSameToWhoeverErasesTwice() throws Exception {
    String lead = capture("Inge");

    for (String known : new String[] {lead, lead, NOBODY}) {
      web.perform(delete("/api/leads/" + known)).andExpect(status().isNoContent()).andExpect(content().string(""));
    }
    web.perform(get("/api/leads/" + lead)).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", NOBODY})
  void knowNobodyByThatId(String id) throws Exception {
    export(id).andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    for (String page : new String[] {"", "/erase", "/personal-data"}) {
      web.perform(get("/privacy/leads/" + id + page)).andExpect(status().isNotFound());
    }
  }

  @Test
  void eraseNobodyByWhatIsNoId() throws Exception {
    web.perform(delete("/api/leads/nonsense")).andExpect(status().isNotFound())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  private JsonNode lead(String id) throws Exception {
    return json.readTree(web.perform(get("/api/leads/" + id)).andReturn().getResponse().getContentAsString());
  }

  private String capture(String firstName) throws Exception {
    String body = json.writeValueAsString(Map.of(
        "email", "inge-" + UUID.randomUUID() + "@bau.example", "firstName", firstName, "company", "Bau AG",
        "consent", true, "offer", "ebook-process-automation"));
    String location = web.perform(post("/api/leads").contentType(MediaType.APPLICATION_JSON).content(body))
        .andExpect(status().isCreated())
        .andReturn().getResponse().getHeader("Location");
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
