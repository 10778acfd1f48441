package io.leadlifecycle.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.leadlifecycle.TestIntake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Whatever a field holds, the lead is taken or the field is named. */
class AnyInputTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MockMvc web =
      TestIntake.onEach().get(0).web(LeadCaptureController.class, LeadCaptureProblems.class);

  @Property(tries = 300)
  void isTakenOrNamed(@ForAll("fields") String field, @ForAll("values") Object value) throws Exception {
    Map<String, Object> lead = new HashMap<>(Map.of("email", "erika@bau.example"));
    lead.put(field, value);
    MockHttpServletResponse answer = send(lead);
    if (answer.getStatus() == 400) {
      List<String> named = JsonPath.read(answer.getContentAsString(), "$.errors[*].field");
      assertThat(named).containsExactly(field);
    } else {
      assertThat(answer.getStatus()).isIn(200, 201);
    }
  }

  @Property(tries = 100)
  void neverFailsOnAnyName(@ForAll String name, @ForAll("values") Object value) throws Exception {
    assertThat(send(Map.of("email", "erika@bau.example", "x" + name, value)).getStatus()).isEqualTo(400);
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(
        "email", "firstName", "lastName", "company", "website", "phone", "role", "country", "industry", "employees", "budget",
        "customerType", "locale", "timeZone", "offer", "source", "consent");
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(600).map(text -> text),
        Arbitraries.strings().withCharRange('!', 'z').ofMaxLength(30).map(text -> text + "@bau.example"),
        Arbitraries.strings().withCharRange('!', 'z').ofMaxLength(30).map(text -> "https://bau.example/" + text),
        Arbitraries.integers().map(number -> number),
        Arbitraries.doubles().map(number -> number),
        Arbitraries.bigIntegers().map(number -> number),
        Arbitraries.of(true, false).map(answer -> answer),
        Arbitraries.strings().ofMaxLength(5).list().ofMaxSize(3).map(list -> list));
  }

  private MockHttpServletResponse send(Map<String, Object> lead) throws Exception {
    return web.perform(post("/api/leads").contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsBytes(lead)))
        .andReturn()
        .getResponse();
  }
}
