package io.leadlifecycle.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.TestModules;
import io.leadlifecycle.lead.LeadId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class ConsentControllerTests {

  private final TestModules intake = TestModules.intake().get(0);
  private final MockMvc web = intake.web(ConsentController.class, SecretPages.class);
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
      web.perform(post(page)).andExpect(status().isOk())
          .andExpect(content().string(containsString("Vielen Dank")));
    }
    assertThat(erika.consent.isGiven(erika.lead)).isTrue();
    web.perform(get(page)).andExpect(content().string(not(containsString("Ja, ich bestätige"))));
  }

  /** Programs that look at mails before people do open every link: none of them agrees to anything. */
  @Test
  void changesNothingWhateverProgramLooksAtTheLinks() throws Exception {
    erika.ticksTheBox();
    String confirm = "/confirm/" + erika.token();
    String unsubscribe = erika.consent.unsubscribeLink(erika.lead).replace("http://localhost:8080", "");
    ConsentProof before = erika.consent.proof(erika.lead);
    List<String> crawlers = crawlers();
    assertThat(crawlers).hasSizeGreaterThan(2000);
    for (String crawler : crawlers) {
      web.perform(get(confirm).header("User-Agent", crawler)).andExpect(status().isOk())
          .andExpect(content().string(containsString("<form method=\"post\">")));
      web.perform(head(confirm).header("User-Agent", crawler)).andExpect(status().isOk());
      web.perform(get(unsubscribe).header("User-Agent", crawler)).andExpect(status().isOk());
    }
    assertThat(erika.consent.proof(erika.lead)).isEqualTo(before);
    assertThat(before.state()).isEqualTo(ConsentState.REQUESTED);
  }

  private static List<String> crawlers() throws IOException {
    JsonNode patterns =
        new ObjectMapper().readTree(new ClassPathResource("bots/crawler-user-agents.json").getInputStream());
    return patterns.findValues("instances").stream()
        .flatMap(examples -> StreamSupport.stream(examples.spliterator(), false))
        .map(JsonNode::asText)
        .filter(example -> !example.isBlank())
        .toList();
  }

  @Test
  void remembersWhereTheButtonWasPressed() throws Exception {
    erika.ticksTheBox();
    web.perform(post("/confirm/" + erika.token()).header("User-Agent", "Firefox/9")
        .with(request -> {
          request.setRemoteAddr("2001:db8::7");
          return request;
        }));
    assertThat(erika.consent.proof(erika.lead).requests()).singleElement().satisfies(request -> {
      assertThat(request.givenIp()).isEqualTo("2001:db8::7");
      assertThat(request.givenUserAgent()).isEqualTo("Firefox/9");
    });
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

  /** A program that looks at mails may have pressed the first button, or the time may be up. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void offersToSayThatItWasNotMeAlsoWhenTheLinkIsUsedUp(boolean confirmed) throws Exception {
    erika.ticksTheBox();
    String page = "/confirm/" + erika.token();
    if (confirmed) {
      web.perform(post(page)).andExpect(content().string(containsString("Das war ich nicht")));
    } else {
      erika.passes(Duration.ofDays(7));
    }
    web.perform(get(page)).andExpect(content().string(containsString("Das war ich nicht")));
    web.perform(post(page).param("not-me", "true")).andExpect(status().isOk())
        .andExpect(content().string(containsString("Jemand anders")))
        .andExpect(content().string(not(containsString("<form"))));
    assertThat(erika.consent.proof(erika.lead).withdrawnBy()).isEqualTo("it was not me");
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
    web.perform(get(page).header("Accept-Language", "de"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("Abmelden</button>")));
    web.perform(head(page)).andExpect(status().isOk());
    assertThat(erika.consent.state(erika.lead)).isEqualTo("NONE");
    for (int i = 0; i < 2; i++) {
      web.perform(post(page).header("Accept-Language", "de")).andExpect(status().isOk())
          .andExpect(content().string(containsString("abgemeldet")));
    }
    assertThat(erika.consent.state(erika.lead)).isEqualTo("WITHDRAWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})
  void unsubscribesByTheMailProgramsButton(String type) throws Exception {
    String page = erika.consent.unsubscribeLink(erika.lead).replace("http://localhost:8080", "");
    web.perform(post(page).contentType(type).content("List-Unsubscribe=One-Click"))
        .andExpect(status().isOk());
    assertThat(erika.consent.state(erika.lead)).isEqualTo("WITHDRAWN");
  }

  @Test
  void tellsNobodyWhetherALinkIsReal() throws Exception {
    String link = erika.consent.unsubscribeLink(erika.lead).replace("http://localhost:8080/unsubscribe/", "");
    String signature = link.substring(link.indexOf('.'));
    String[] forged = {
      "x", "x.y", ".", "a/b", "", "%", "a%2Fb", "ümläut", "x".repeat(100_000), erika.lead + ".",
      erika.lead + ".x", LeadId.next() + signature
    };
    for (String token : forged) {
      assertThat(answer(get("/unsubscribe/{token}", token))).isEqualTo(answer(get("/unsubscribe/" + link)));
      web.perform(post("/unsubscribe/{token}", token)).andExpect(status().isOk());
    }
    assertThat(erika.consent.state(erika.lead)).isEqualTo("NONE");
    assertThat(answer(post("/unsubscribe/x"))).isEqualTo(answer(post("/unsubscribe/" + link)));
  }

  private String answer(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
  }
}
