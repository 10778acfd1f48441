package io.leadlifecycle.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class LettersTests {

  private final Letters letters = new Letters(Templates.PLAYBOOK);

  private Letter writtenTo(String firstName) {
    return written(Map.of("firstName", firstName));
  }

  private Letter written(Map<String, String> overriding) {
    Map<String, String> values = new HashMap<>(Templates.values());
    values.putAll(overriding);
    return letters.write("news-1", Locale.ENGLISH, values);
  }

  @Test
  void writesHtmlAndPlainText() {
    Letter letter = writtenTo("Anna");

    assertThat(letter.subject()).isEqualTo("News for Anna");
    assertThat(letter.html())
        .contains("Hello Anna,</h1>", "<strong>Bau AG</strong>", "Example Ltd.<br>\nMain Street 1")
        .contains("href=\"https://leads.example.com/unsubscribe/abc\"", "lang=\"en\"")
        .contains("What is new at Bau AG</div>");
    assertThat(letter.text()).isEqualTo("""
        Hello Anna,

        this is for Bau AG. Read on: https://www.example.com/news.

        - one
        - two

        Example Ltd.
        Main Street 1

        Unsubscribe: https://leads.example.com/unsubscribe/abc""");
  }

  @Test
  void greetsWhoseNameItDoesNotKnow() {
    assertThat(writtenTo("").text()).startsWith("Hello there,");
    assertThat(writtenTo("  ").subject()).isEqualTo("News for you");
  }

  @Test
  void usesTheReadersLanguageOrElseEnglish() {
    Map<String, String> values = Templates.values();

    assertThat(letters.write("news-1", Locale.GERMANY, values).subject()).isEqualTo("Neues für Anna");
    assertThat(letters.write("news-1", Locale.FRENCH, values).subject()).isEqualTo("News for Anna");
    assertThat(letters.write("opt-in", Locale.GERMAN, values).html()).contains("lang=\"en\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<script>alert(1)</script>",
    "[win](javascript:alert(1))",
    "![x](https://evil.example.com/pixel.gif)",
    "`code`",
    "**bold** _it_ # h1",
    "\"><img src=x onerror=alert(1)>",
    "<https://evil.example.com>",
    "{{unsubscribe}}",
    "\uE000unsubscribe\uE001",
    "\\*&amp;"
  })
  void putsNoMarkupOfALeadIntoAMail(String hostile) {
    Letter letter = writtenTo(hostile);

    assertThat(letter.html())
        .contains("Hello " + HtmlUtils.htmlEscape(hostile, "UTF-8") + ",</h1>")
        .doesNotContain("<script", "<img", "<code", "evil.example.com\"");
    assertThat(letter.text()).startsWith("Hello " + hostile + ",");
    assertThat(letter.subject()).isEqualTo("News for " + hostile);
  }

  @Test
  void keepsANameOnOneLine() {
    Letter letter = writtenTo("Anna\r\nBcc: all@example.com\n\n# Heading\u0000");

    assertThat(letter.subject()).isEqualTo("News for Anna Bcc: all@example.com # Heading");
    assertThat(letter.html()).contains("Hello Anna Bcc: all@example.com # Heading,</h1>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", " JAVASCRIPT:x", "//x"})
  void linksToTheWebOnly(String hostile) {
    Letter letter = written(Map.of("unsubscribe", hostile));

    assertThat(letter.html()).contains("href=\"#\"").doesNotContain("href=\"" + hostile.strip());
  }

  @Test
  void namesTheVariableThatHasNoValue() {
    assertThatThrownBy(() -> letters.write("news-1", Locale.ENGLISH, Map.of("unsubscribe", "https://x")))
        .isInstanceOf(UnusableTemplate.class)
        .hasMessageContaining("company");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void linksThePreferencePage(String language) {
    Letters example = new Letters(new Playbook("classpath:bpmn/"));
    Map<String, String> values = new HashMap<>(Templates.values());
    values.putAll(Map.of("lastName", "Berg", "senderName", "Kim", "companyName", "Example"));
    Locale locale = Locale.forLanguageTag(language);
    assertThat(example.write("gone-quiet-1", locale, values).html())
        .contains("href=\"https://leads.example.com/preferences/abc\"");
  }

  @Test
  void writesAMailThatWasChangedInItsNewVersion(@TempDir Path folder) throws IOException {
    AtomicLong nanos = new AtomicLong();
    Letters changing = new Letters(new Playbook(folder.toString()), nanos::get);
    Path file = Files.createDirectory(folder.resolve("mails")).resolve("news-1.en.md");
    Files.writeString(file, "---\nsubject: Old\n---\nWords");
    Letter old = changing.write("news-1", Locale.ENGLISH, Map.of());
    Files.writeString(file, "---\nsubject: New\n---\nOther words");
    nanos.addAndGet(1_000_000_001);
    Letter anew = changing.write("news-1", Locale.ENGLISH, Map.of());

    assertThat(anew.subject()).isEqualTo("New");
    assertThat(anew.text()).isEqualTo("Other words");
    assertThat(anew.version()).isNotEqualTo(old.version());
  }

  @Test
  void writesToEachReaderWhatItKnowsOfThem() {
    assertThat(writtenTo("Anna").text()).startsWith("Hello Anna,");
    assertThat(writtenTo("").text()).startsWith("Hello there,");
    assertThat(writtenTo("Bert").text()).startsWith("Hello Bert,");
  }
}
