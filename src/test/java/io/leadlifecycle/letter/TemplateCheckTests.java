package io.leadlifecycle.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCheckTests {

  private static final String FOOTER = "\n\n{{imprint}} [Stop]({{unsubscribe}})\n";

  @TempDir private Path playbook;

  private List<String> faultsOf(String file, String text) throws IOException {
    Files.createDirectories(playbook.resolve("mails"));
    Files.writeString(playbook.resolve("mails").resolve(file), text);
    return new TemplateCheck(new Playbook(playbook.toUri().toString())).faults().stream()
        .map(Fault::toString)
        .toList();
  }

  private List<String> faultsOfBody(String body) throws IOException {
    return faultsOf("news.en.md", "---\nsubject: Hi\npreheader: Ho\n---\n" + body + FOOTER);
  }

  @Test
  void findsNothingWrongWithGoodMails() throws IOException {
    assertThat(new TemplateCheck(Templates.PLAYBOOK).faults()).isEmpty();
    assertThat(new TemplateCheck(new Playbook("classpath:bpmn/")).faults()).isEmpty();
    assertThat(faultsOfBody("{{#firstName}}{{firstName}}{{/firstName}} [a](https://www.example.com)")).isEmpty();
  }

  @Test
  void namesTheLineOfAnUnknownVariable() throws IOException {
    assertThat(faultsOfBody("Hello\n{{firstname}}"))
        .containsExactly("mails/news.en.md:6: {{firstname}} is not known in this mail");
    assertThat(faultsOf("opt-in.en.md", "---\nsubject: Hi\n---\n{{company}}"))
        .contains("mails/opt-in.en.md:4: {{company}} is not known in this mail");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<script>alert(1)</script>",
    "<form action=\"https://evil.example\"><input name=\"password\"></form>",
    "<!-- hidden -->",
    "Hello <b>you</b>",
    "Hello <img src=x onerror=alert(1)>"
  })
  void refusesHtmlScriptsAndForms(String html) throws IOException {
    assertThat(faultsOfBody("Hello\n\n" + html))
        .isNotEmpty()
        .containsOnly("mails/news.en.md:7: HTML is not allowed in a mail, only Markdown");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {{{company}}}       | A variable is always text: write {{company}} instead of {{{company}}}
      {{&company}}        | A variable is always text: write {{company}} instead of {{{company}}}
      {{>footer}}         | A mail cannot include another file: {{>footer}}
      {{=<% %>=}}         | The braces of variables cannot be changed to others: {{=<% %>=}}
      {{! not yet }}      | A mail has no comments: {{!not yet}}
      {{.}}               | {{.}} is not known in this mail
      {{7*7}}             | {{7*7}} is not known in this mail
      {{company.class}}   | {{company.class}} is not known in this mail
      """)
  void refusesWhatMustacheCanDoBesides(String tag, String fault) throws IOException {
    assertThat(faultsOfBody("Hello\n" + tag)).contains("mails/news.en.md:6: " + fault);
  }

  @Test
  void seesACommentThatRunsOverLines() throws IOException {
    assertThat(faultsOf("a.en.md", "---\nsubject: Hi\n---\nHello\n{{! {{imprint}}\n[Stop]({{unsubscribe}}) }}"))
        .anyMatch(fault -> fault.startsWith("mails/a.en.md:5: A mail has no comments"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      [x](javascript:alert)                     | A link leads to https:// or mailto:, not to javascript:alert
      [x](javascript&#58;alert)                 | A link leads to https:// or mailto:, not to javascript:alert
      [x](/forms/demo)                          | A link leads to https:// or mailto:, not to /forms/demo
      [x](https://x.example/?who={{firstName}}) | A variable in a link is the whole link
      [x]({{firstName}})                        | A variable in a link is the whole link
      [x]({{unsubscribe}}?now)                  | A variable in a link is the whole link
      [x]({{publicAddress}}.evil.example)       | A variable in a link is the whole link
      <https://x.example/{{firstName}}>         | A variable in a link is the whole link
      ![x](http://x.example/a.png)              | An image comes from https://
      ![x](https://x.example/{{firstName}}.png) | An image comes from https://
      ![x](data:image/png;base64,xxxx)          | An image comes from https://
      ![x]({{unsubscribe}})                     | An image comes from https://
      """)
  void refusesLinksAndImagesThatLeadAstray(String markdown, String fault) throws IOException {
    assertThat(faultsOfBody("Hello\n" + markdown)).singleElement().asString()
        .startsWith("mails/news.en.md:6: " + fault);
  }

  @Test
  void refusesALinkWhoseAddressStandsElsewhere() throws IOException {
    assertThat(faultsOfBody("[Demo]\n\n[Demo]: https://x.example")).containsExactly("mails/news.en.md:7: "
        + "A link says at once where it leads: write [words](address) instead of [Demo]: https://x.example");
  }

  @Test
  void allowsLinksToOurPagesAndImagesOfTheWeb() throws IOException {
    String links = "[a]({{publicAddress}}/forms/demo) [b]({{preferences}})";
    assertThat(faultsOfBody(links + " ![c](https://x.example/c.png)")).isEmpty();
  }

  @Test
  void refusesImagesWhereConsentIsAskedFor() throws IOException {
    assertThat(faultsOf("opt-in.en.md", "---\nsubject: Hi\n---\nHello\n![Logo](https://x.example/logo.png)"))
        .contains("mails/opt-in.en.md:5: "
            + "A mail that asks for consent shows no images: courts call that advertising");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      ~# Now with 20% off~             | has no headings: what stands out is taken for advertising
      > They changed our lives.        | has no quotations: what stands out is taken for advertising
      - Fast                           | has no lists: what stands out is taken for advertising
      1. Fast                          | has no lists: what stands out is taken for advertising
      ~    Buy~                        | has no frames: what stands out is taken for advertising
      ![x](https://x.example/x.png)    | shows no images: courts call that advertising
      [Shop](https://x.example)        | links to {{confirm}}, {{notMe}} and {{privacy}} only, not to https://x.example
      [Write](mailto:x@x.example)      | links to {{confirm}}, {{notMe}} and {{privacy}} only, not to mailto:x@x.example
      <https://x.example>              | links to {{confirm}}, {{notMe}} and {{privacy}} only, not to https://x.example
      See www.x.example                | writes out no address, of which mail programs make a link: See www.x.example
      See x@x.example                  | writes out no address, of which mail programs make a link: See x@x.example
      """)
  void keepsTheMailThatAsksForConsentBare(String advertising, String fault) throws IOException {
    assertThat(faultsOf("opt-in.en.md", optIn("Hello\n\n" + advertising + "\n")))
        .containsExactly("mails/opt-in.en.md:7: A mail that asks for consent " + fault);
    assertThat(faultsOf("opt-in.en.md", optIn("Hello"))).isEmpty();
  }

  @Test
  void keepsTheMailThatAsksForConsentShort() throws IOException {
    String words = "word ".repeat(BareMail.MOST_WORDS - 4);
    assertThat(faultsOf("opt-in.en.md", optIn(words))).isEmpty();
    assertThat(faultsOf("opt-in.en.md", optIn(words + "\n\nand more"))).containsExactly(
        "mails/opt-in.en.md:9: A mail that asks for consent has at most 120 words: more is taken for advertising");
  }

  @Test
  void includesNothingInTheMailThatAsksForConsent() throws IOException {
    assertThat(faultsOf("opt-in.en.md", optIn("{{>banner}}")))
        .contains("mails/opt-in.en.md:5: A mail cannot include another file: {{>banner}}");
  }

  private static String optIn(String text) {
    return "---\nsubject: Hi\npreheader: Ho\n---\n" + text
        + "\n\n[Yes]({{confirm}}) [No]({{notMe}}) [Privacy]({{privacy}})\n\n{{imprint}}\n";
  }

  @Test
  void requiresImprintAndUnsubscribeLinkInNurtureMails() throws IOException {
    String bare = "---\nsubject: Hi\n---\nHello {{#imprint}}you{{/imprint}}";
    assertThat(faultsOf("news.en.md", bare)).containsExactly(
        "mails/news.en.md:1: has no {{unsubscribe}}, which every nurture mail must show",
        "mails/news.en.md:1: has no {{imprint}}, which every nurture mail must show");
  }

  @Test
  void requiresWhatTheOtherMailsAreFor() throws IOException {
    assertThat(faultsOf("sla-missed.en.md", "---\nsubject: Hi\n---\n{{#company}}[Lead]({{leadPage}}){{/company}}"))
        .containsExactly(
            "mails/sla-missed.en.md:4: {{leadPage}} must not stand in a section, which may hide it");
    assertThat(faultsOf("sla-missed.en.md", "---\nsubject: Hi\n---\n[Lead]({{leadPage}})")).isEmpty();
    assertThat(faultsOf("opt-in.en.md", "---\nsubject: Hi\n---\nHello\n[Yes]({{confirm}}) {{privacy}}"))
        .containsExactly(
            "mails/opt-in.en.md:1: has no {{notMe}}, which a mail that asks for consent must show",
            "mails/opt-in.en.md:1: has no {{imprint}}, which a mail that asks for consent must show",
            "mails/opt-in.en.md:5: A mail that asks for consent must show [words]({{privacy}}), as a link");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{{imprint}} {{#company}}[Stop]({{unsubscribe}}){{/company}}",
    "{{imprint}} {{^company}}{{#lastName}}{{lastName}}{{/lastName}}[Stop]({{unsubscribe}}){{/company}}",
    "{{imprint}} [{{#company}}Stop{{/company}}]({{unsubscribe}})",
    "{{imprint}} [{{company}}]({{unsubscribe}})",
    "{{imprint}} [Stop{{#company}}]({{unsubscribe}}){{/company}}",
    "{{imprint}} Stop: {{unsubscribe}} {{#company}}[Stop]({{unsubscribe}}){{/company}}",
    "{{imprint}} Stop: {{unsubscribe}}",
    "{{imprint}} []({{unsubscribe}})",
    "{{imprint}} `[Stop]({{unsubscribe}})`",
    "{{imprint}} [Stop](https://x.example \"{{unsubscribe}}\")",
    "{{#company}}{{imprint}}{{/company}} [Stop]({{unsubscribe}})",
    "![{{imprint}}](https://x.example/a.png) [Stop]({{unsubscribe}})",
    "[Us](https://x.example \"{{imprint}}\") [Stop]({{unsubscribe}})"
  })
  void letsNothingHideImprintAndUnsubscribeLink(String footer) throws IOException {
    assertThat(faultsOf("news.en.md", "---\nsubject: Hi\n---\nHello\n" + footer))
        .singleElement().asString()
        .startsWith("mails/news.en.md:5: ")
        .containsAnyOf("must not stand in a section, which may hide it", "Every nurture mail must show");
  }

  @Test
  void doesNotTakeTheSubjectForTheMail() throws IOException {
    assertThat(faultsOf("news.en.md", "---\nsubject: Hi {{imprint}}\n---\n[Stop]({{unsubscribe}})"))
        .containsExactly("mails/news.en.md:1: has no {{imprint}}, which every nurture mail must show");
  }

  @Test
  void requiresASubject() throws IOException {
    assertThat(faultsOf("a.en.md", "Hello" + FOOTER))
        .singleElement().asString().contains("a.en.md:1: must begin");
    assertThat(faultsOf("a.en.md", "---\nsubject:\n---\n" + FOOTER))
        .containsExactly("mails/a.en.md:1: has no subject");
    assertThat(faultsOf("a.en.md", "---\nsubject: Hi\ntitle: x\n---\n" + FOOTER))
        .singleElement().asString().contains("a.en.md:3: is neither");
  }

  @Test
  void requiresEnglishAndProperNames() throws IOException {
    assertThat(faultsOf("a.de.md", "---\nsubject: Hi\n---\n" + FOOTER))
        .containsExactly("mails/a.de.md:1: has no English version mails/a.en.md to fall back to");
    assertThat(faultsOf("A.fr.md", "x"))
        .contains("mails/A.fr.md:1: is not named <mail>.de.md or <mail>.en.md");
  }

  @Test
  void namesTheLineOfATagThatIsNotClosed() throws IOException {
    assertThat(faultsOfBody("Hello\n{{#company}}you")).singleElement().asString()
        .isEqualTo("mails/news.en.md:6: Section missing close tag 'company'");
  }
}
