package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.leadlifecycle.TestIntake;
import io.leadlifecycle.lead.Leads;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

class LeadCaptureControllerTests {

  private final TestIntake intake = TestIntake.onEach().get(0);
  private final MockMvc web = intake.web(LeadCaptureController.class, LeadCaptureProblems.class);
  private final String email = UUID.randomUUID() + "@bau.example";

  @Test
  void answersWithThePlaceOfTheNewLeadAndThenWithTheSameId() throws Exception {
    String body = "{\"email\": \"%s\", \"employees\": 20, \"consent\": true}".formatted(email);
    String created = send(body).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
    String id = JsonPath.read(created, "$.id");
    send(body).andExpect(status().isOk()).andExpect(jsonPath("$.id").value(id));
    send(body.replace(email, "x" + email)).andExpect(header().string("Location", containsString("/api/leads/")));
  }

  @Test
  void namesEachFieldThatIsWrong() throws Exception {
    send("{\"email\": \"erika\", \"phone\": \"call me\", \"tags\": [1], \"company\": {\"name\": \"x\"}}")
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.title").value("This cannot become a lead"))
        .andExpect(jsonPath("$.detail").value(containsString("email: is no e-mail address")))
        .andExpect(jsonPath("$.errors[*].field").value(containsInAnyOrder("email", "phone", "tags", "company")))
        .andExpect(jsonPath("$.errors[0].message").value("is no e-mail address"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", " ", "[]", "[{\"email\": \"a@b.de\"}]", "\"text\"", "7", "{", "{\"email\": \"a@b.de\"", "{email: 1}", "nonsense",
    "{\"email\": \"a@b.de\", \"email\": \"c@d.de\"}", "{\"email\": \"a@b.de\"} {}", "{\"email\": \"a@b.de\"}]",
    "{\"employees\": 1e}", "\u0000", "{\"employees\": NaN}", "null", "{}"
  })
  void refusesWhatIsNoObjectWithAnAddress(String body) throws Exception {
    send(body)
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
  }

  @Test
  void refusesWhatIsTooDeepOrTooLongOrNoText() throws Exception {
    send("{\"email\":" + "[".repeat(5000) + "]".repeat(5000) + "}").andExpect(status().isBadRequest());
    send("{\"employees\":" + "9".repeat(5000) + "}").andExpect(status().isBadRequest());
    send("{\"firstName\": \"" + "x".repeat(1_000_000) + "\"}").andExpect(status().isBadRequest());
    send(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"'}).andExpect(status().isBadRequest());
    send(new byte[] {0, 0, 0, '{', 0x7F, 0, 0, 0}).andExpect(status().isBadRequest());
  }

  @Test
  void storesNothingOfWhatItRefuses() throws Exception {
    send("{\"email\": \"%s\", \"country\": \"XX\"}".formatted(email)).andExpect(status().isBadRequest());
    assertThat(intake.get(Leads.class).search(null, email, 0, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void takesNothingButJson(String type) throws Exception {
    web.perform(post("/api/leads").contentType(type).content("{\"email\": \"a@b.de\"}"))
        .andExpect(status().isUnsupportedMediaType());
  }

  @Test
  void takesNoLeadWhoseAnswerNobodyCouldRead() throws Exception {
    web.perform(post("/api/leads")
            .contentType(MediaType.APPLICATION_JSON)
            .accept(MediaType.TEXT_HTML)
            .content("{\"email\": \"%s\"}".formatted(email)))
        .andExpect(status().isNotAcceptable());
    assertThat(intake.get(Leads.class).search(null, email, 0, 10)).isEmpty();
  }

  private ResultActions send(String body) throws Exception {
    return send(body.getBytes(StandardCharsets.UTF_8));
  }

  private ResultActions send(byte[] body) throws Exception {
    return web.perform(post("/api/leads").contentType(MediaType.APPLICATION_JSON).content(body));
  }
}
