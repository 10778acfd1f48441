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

  @Test
  void refusesHtmlAndScripts() throws IOException {
    assertThat(faultsOfBody("<script>alert(1)</script>"))
        .containsExactly("mails/news.en.md:5: HTML is not allowed in a mail, only Markdown");
    assertThat(faultsOfBody("Hello\nyou <b>"))
        .containsExactly("mails/news.en.md:6: HTML is not allowed in a mail, only Markdown");
    assertThat(faultsOfBody("[x](javascript:alert)")).singleElement().asString().contains("javascript:alert");
  }

  @Test
  void requiresImprintAndUnsubscribeLinkInNurtureMails() throws IOException {
    String bare = "---\nsubject: Hi\n---\nHello {{#imprint}}you{{/imprint}}";
    assertThat(faultsOf("news.en.md", bare)).containsExactly(
        "mails/news.en.md:1: has no {{unsubscribe}}, which every nurture mail must show",
        "mails/news.en.md:1: has no {{imprint}}, which every nurture mail must show");
    assertThat(faultsOf("opt-in.en.md", "---\nsubject: Hi\n---\nHello")).noneMatch(f -> f.contains("opt-in"));
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
