package io.leadlifecycle.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.lead.LeadId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LinksTests {

  private static final String HOME = "https://leads.example.com";

  private final LeadId lead = LeadId.next();

  private static Links signing(String secret, String... former) {
    Map<String, String> settings =
        Map.of("leads.consent.secret", secret, "leads.consent.former-secrets", String.join(",", former));
    Binder binder = new Binder(new MapConfigurationPropertySource(settings));
    return new Links(new PublicAddress(HOME + "/"), binder.bindOrCreate("leads.consent", ConsentSettings.class));
  }

  private static String token(String link) {
    return link.replace(HOME + "/unsubscribe/", "");
  }

  @Test
  void workForEverWhateverSecretSignsNewOnes() {
    String first = token(signing("one").unsubscribe(lead));
    String second = token(signing("two", "one").unsubscribe(lead));
    Links third = signing("three", "two", "one");

    assertThat(third.unsubscriber(first)).contains(lead);
    assertThat(third.unsubscriber(second)).contains(lead);
    assertThat(token(third.unsubscribe(lead))).isNotIn(first, second);
  }

  @Test
  void areNotSignedByASecretThatWasNeverOurs() {
    assertThat(signing("two", "one").unsubscriber(token(signing("three").unsubscribe(lead)))).isEmpty();
    assertThat(signing("two").unsubscriber(token(signing("one").unsubscribe(lead)))).isEmpty();
  }

  @Test
  void areForOneLeadOnly() {
    String token = token(signing("one").unsubscribe(lead));
    assertThat(signing("one").unsubscriber(LeadId.next() + token.substring(token.indexOf('.')))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ",", ").", ">", "\r\n"})
  void survivePunctuationThatMailProgramsTakeForAPartOfThem(String behind) {
    Links links = signing("one");
    assertThat(links.unsubscriber(token(links.unsubscribe(lead)) + behind)).contains(lead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", ".", "..", ".x", "x.", "x.y.z"})
  void areNotMadeUp(String token) {
    assertThat(signing("one").unsubscriber(token)).isEmpty();
    assertThat(signing("one").unsubscriber(lead + token)).isEmpty();
  }
}
