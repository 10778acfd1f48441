package io.leadlifecycle.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.LeadId;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The way out, as mail programs take it: through the real doors, with nothing but the link. */
class UnsubscribeTests extends House {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

  @Autowired private Consent consent;
  @Autowired private ObjectMapper json;

  private LeadId lead() throws Exception {
    String fields = "{\"email\": \"" + UUID.randomUUID() + "@bau.example\", \"consent\": true}";
    return LeadId.of(json.readTree(machine().postJson("/api/leads", fields).body()).get("id").asText());
  }

  private String linkOf(LeadId lead) {
    return URI.create(consent.unsubscribeLink(lead)).getPath();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    FORM,
    "multipart/form-data; boundary=b",
    "multipart/form-data",
    "multipart/form-data; boundary=another",
    "text/plain",
    "application/json"
  })
  void needsOneClickWhateverTheMailProgramSends(String type) throws Exception {
    LeadId lead = lead();
    String body = type.startsWith("multipart")
        ? "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n"
        : ONE_CLICK;
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = stranger().post(linkOf(lead), type, body);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "location");
    }
    assertThat(consent.state(lead)).isEqualTo("WITHDRAWN");
  }

  @Test
  void changesNothingBeforeTheClick() throws Exception {
    LeadId lead = lead();
    for (String method : new String[] {"GET", "HEAD"}) {
      HttpResponse<String> page = stranger().ask(method, linkOf(lead));
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().map()).doesNotContainKeys("set-cookie", "location");
    }
    assertThat(stranger().get(linkOf(lead)).body()).contains("<form method=\"post\">");
    assertThat(consent.state(lead)).isEqualTo("REQUESTED");
  }

  /** Only what is no path at all (%00, %zz) never gets as far as this program. */
  static Stream<String> tokens() {
    return Stream.of(
        "x", "", ".", "a/b", "a//b", "a;b=c", "../leads", "%20", "%0D%0A", "%25", "%252e", "a%2Fb", "a%2fb%5Cc",
        "a%3Bb", "%2e%2e%2fleads", "%3Cscript%3E", "%F0%9F%98%80", "x".repeat(7000));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void tellsNobodyWhetherALinkIsReal(String token) throws Exception {
    String link = linkOf(lead());
    HttpResponse<String> real = stranger().post(link, FORM, ONE_CLICK);
    HttpResponse<String> forged = stranger().post("/unsubscribe/" + token, FORM, ONE_CLICK);

    assertThat(forged.statusCode()).isEqualTo(200);
    assertThat(forged.body()).isEqualTo(real.body());
    assertThat(forged.headers().map().keySet()).isEqualTo(real.headers().map().keySet());
    assertThat(stranger().get("/unsubscribe/" + token).body()).isEqualTo(stranger().get(link).body());
  }

  @Test
  void opensNoOtherDoorToMangledPaths() {
    assertThat(Stream.of("/leads%2Fx", "/engine-rest%2Fengine", "/unsubscribe%2F..%2Fleads", "/api%5Cleads"))
        .allSatisfy(path -> assertThat(stranger().get(path).statusCode()).isEqualTo(400));
    assertThat(stranger().get("/unsubscribe/%2e%2e/leads").body()).doesNotContain("Log in");
  }
}
