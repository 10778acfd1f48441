package io.leadlifecycle.console.marketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.consent.CompanySettings;
import io.leadlifecycle.letter.Letter;
import io.leadlifecycle.letter.Letters;
import io.leadlifecycle.playbook.Playbook;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail of the example company, to every reader that we can think of. */
class TriedLettersTests {

  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
  private static final TriedLetters LETTERS = new TriedLetters(
      new Letters(new Playbook("classpath:bpmn/")),
      new CompanySettings(
          "Example Company", "Example Company, 1 Example Street", "https://www.example.com/privacy"),
      new PublicAddress("https://leads.example.com/"));

  static Stream<Arguments> letters() {
    return LETTERS.templates().entrySet().stream().flatMap(template ->
        template.getValue().stream().map(language -> Arguments.of(template.getKey(), language)));
  }

  private static Letter written(String template, Locale language, Reader reader) {
    return LETTERS.write(template, language, reader).orElseThrow();
  }

  private static List<String> links(Letter letter) {
    return LINK.matcher(letter.html()).results().map((MatchResult link) -> link.group(1)).toList();
  }

  @Test
  void listMailsWithTheirLanguages() {
    assertThat(LETTERS.templates())
        .containsEntry("opt-in", List.of(Locale.GERMAN, Locale.ENGLISH))
        .containsKeys("gone-quiet-1", "sla-missed");
    assertThat(LETTERS.write("opt-in", Locale.FRENCH, Reader.USUAL)).isEmpty();
    assertThat(LETTERS.write("../lead-lifecycle", Locale.ENGLISH, Reader.USUAL)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void readWellIfNothingIsKnown(String template, Locale language) {
    Letter letter = written(template, language, Reader.NOTHING_KNOWN);

    assertThat(letter.subject()).isNotBlank();
    assertThat(letter.text()).doesNotContain("{{", "  ,", " ,", "null");
    assertThat(links(letter)).isNotEmpty().allMatch(link -> link.startsWith("http"));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void keepWhatReadersTypedFromBecomingMoreThanText(String template, Locale language) {
    Letter letter = written(template, language, Reader.HOSTILE);

    assertThat(letter.html())
        .doesNotContainIgnoringCase("<script", "<img", "<https", "href=\"javascript", "href=\"https://evil", "<h1", ">49<")
        .doesNotContain("\u202E");
    assertThat(links(letter)).isEqualTo(links(written(template, language, Reader.USUAL)));
    assertThat(letter.subject()).doesNotContain("\r", "\n", "\u202E");
  }

  @Test
  void showHostileReadersTheirOwnWords() {
    Letter letter = written("gone-quiet-1", Locale.GERMAN, Reader.HOSTILE);

    assertThat(letter.text()).contains("<script>alert(1)</script> {{7*7}} ${7*7} {{{unsubscribe}}}", "gpj.exe");
    assertThat(letter.html()).contains("&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} ${7*7}");
  }
}
