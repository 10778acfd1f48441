package io.leadlifecycle.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.TestIntake;
import io.leadlifecycle.lead.LeadId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

class ConsentControllerTests {

  private final TestIntake intake = TestIntake.onEach().get(0);
  private final MockMvc web = intake.web(ConsentController.class);
  private final Visitor erika = new Visitor(intake);

  @Test
  void showsAButtonAndChangesNothingUntilItIsPressed() throws Exception {
    erika.ticksTheBox();
    String page = "/confirm/" + erika.token();
    web.perform(get(page))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(content().string(containsString("<form method=\"post\">")))
        .andExpect(content().string(containsString("Ja, ich bestätige")));
    assertThat(erika.consent.isGiven(erika.lead)).isFalse();
    for (int i = 0; i < 2; i++) {
      web.perform(post(page)).andExpect(status().isOk()).andExpect(content().string(containsString("Vielen Dank")));
    }
    assertThat(erika.consent.isGiven(erika.lead)).isTrue();
    web.perform(get(page)).andExpect(content().string(not(containsString("<form"))));
  }

  @Test
  void speaksTheLanguageOfTheFormWhateverTheBrowserSays() throws Exception {
    erika.ticksTheBox();
    web.perform(get("/confirm/" + erika.token()).header("Accept-Language", "en"))
        .andExpect(content().string(containsString("<html lang=\"de\">")));
  }

  @Test
  void leavesAloneWhoDidNotSignUp() throws Exception {
    erika.ticksTheBox();
    web.perform(post("/confirm/" + erika.token()).param("not-me", "true"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Jemand anders")));
    assertThat(erika.consent.proof(erika.lead).withdrawnBy()).isEqualTo("it was not me");
    web.perform(post("/confirm/" + erika.token())).andExpect(status().isGone());
  }

  @Test
  void saysThatALinkHasExpired() throws Exception {
    erika.ticksTheBox();
    String page = "/confirm/" + erika.token();
    erika.passes(Duration.ofDays(7));
    web.perform(get(page)).andExpect(status().isGone())
        .andExpect(content().string(containsString("Dieser Link ist abgelaufen")));
    web.perform(post(page)).andExpect(status().isGone());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "ümläut", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "<script>"})
  void doesNotKnowWhatItDidNotSend(String token) throws Exception {
    web.perform(get("/confirm/{token}", token)).andExpect(status().isNotFound());
    web.perform(post("/confirm/{token}", token)).andExpect(status().isNotFound());
    web.perform(post("/confirm/{token}", token).param("not-me", "")).andExpect(status().isNotFound());
  }

  @Test
  void unsubscribesByTheButtonOnly() throws Exception {
    String page = erika.consent.unsubscribeLink(erika.lead).replace("http://localhost:8080", "");
    web.perform(get(page))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("Abmelden</button>")));
    assertThat(erika.consent.state(erika.lead)).isEqualTo("NONE");
    for (int i = 0; i < 2; i++) {
      web.perform(post(page)).andExpect(status().isOk()).andExpect(content().string(containsString("abgemeldet")));
    }
    assertThat(erika.consent.state(erika.lead)).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {MediaType.APPLICATION_FORM_URLENCODED_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE, "text/plain"})
  void unsubscribesByTheMailProgramsButton(String type) throws Exception {
    String page = erika.consent.unsubscribeLink(erika.lead).replace("http://localhost:8080", "");
    web.perform(post(page).contentType(type).content("List-Unsubscribe=One-Click")).andExpect(status().isOk());
    assertThat(erika.consent.state(erika.lead)).isEqualTo("WITHDRAWN");
  }

  @Test
  void tellsNobodyWhetherALinkIsReal() throws Exception {
    String real = erika.consent.unsubscribeLink(erika.lead).replace("http://localhost:8080/unsubscribe/", "");
    String signature = real.substring(real.indexOf('.'));
    String[] forged = {"x", "x.y", ".", erika.lead + ".", erika.lead + ".x", LeadId.next() + signature};
    for (String token : forged) {
      web.perform(get("/unsubscribe/{token}", token)).andExpect(status().isOk());
      web.perform(post("/unsubscribe/{token}", token)).andExpect(status().isOk());
    }
    assertThat(erika.consent.state(erika.lead)).isEqualTo("NONE");
  }
}
