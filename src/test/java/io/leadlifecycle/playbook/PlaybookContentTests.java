package io.leadlifecycle.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What makes the shipped playbook worth copying, beyond what the check at start demands of any playbook. */
class PlaybookContentTests {

  private static final Path PLAYBOOK = Path.of("bpmn");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]*)\\)");

  @Test
  void offersSomethingOnEachTopicInEachStage() {
    assertThat(offers().stream().map(offer -> offer.get("topic") + ", " + offer.get("stage"))).contains(
        "process-automation, awareness", "process-automation, consideration", "process-automation, decision",
        "quality-management, awareness", "quality-management, consideration", "quality-management, decision",
        "erp-integration, awareness", "erp-integration, consideration", "erp-integration, decision");
  }

  @Test
  void letsRepsChooseEveryOffer() throws IOException {
    JsonNode components = form("start-lead").get("components");
    assertThat(components).filteredOn(component -> component.path("key").asText().equals("offer"))
        .singleElement().extracting(offer -> offer.get("values").findValuesAsText("value"))
        .isEqualTo(offers().stream().map(offer -> offer.get("key")).toList());
  }

  @ParameterizedTest
  @MethodSource("stepsAndLanguages")
  void writesNurtureMailsThatLeadToOffersAndOutAgain(String stem, String language) {
    List<String> links = links(mail(stem, language));
    assertThat(links).contains("{{unsubscribe}}", "{{preferences}}");
    assertThat(links).filteredOn(link -> !link.startsWith("{{")).isNotEmpty()
        .isSubsetOf(offers().stream().map(offer -> offer.get("link").toString()).toList());
    assertThat(mail(stem, language)).contains("{{imprint}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void asksForConsentWithoutAnyAdvertising(String language) {
    assertThat(links(mail("opt-in", language))).containsExactly("{{confirm}}", "{{notMe}}", "{{privacy}}");
    assertThat(mail("opt-in", language)).doesNotContain("://", "![", "{{#firstName}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"start-lead", "qualify-lead", "enrich-lead", "contact-lead"})
  void keepsFormsToWhatTasklistKnows(String stem) throws IOException {
    assertThat(form(stem).get("id").asText()).isEqualTo(stem);
    assertThat(form(stem).get("schemaVersion").asInt()).isLessThanOrEqualTo(16);
  }

  /** Tasklist renders text components as Markdown, and a lead may call itself {@code [Click](https://…)}. */
  @ParameterizedTest
  @ValueSource(strings = {"qualify-lead", "enrich-lead", "contact-lead"})
  void showsTheLeadWhereItsWordsStayWords(String stem) throws IOException {
    assertThat(form(stem).get("components").get(0).path("content").asText())
        .contains("{{leadName}}", "leadCompany", "{{leadAddress}}", "{{leadScore}}", "{{leadPage}}");
    assertThat(form(stem).get("components").findValuesAsText("text")).noneMatch(text -> text.contains("{{"));
  }

  static Stream<Object[]> stepsAndLanguages() {
    return rows("sequences.yaml", "sequences").stream()
        .flatMap(sequence -> ((List<?>) sequence.get("steps")).stream())
        .map(step -> ((Map<?, ?>) step).get("mail"))
        .flatMap(mail -> Stream.of("de", "en").map(language -> new Object[] {mail, language}));
  }

  private static List<Map<String, Object>> offers() {
    return rows("content.yaml", "offers");
  }

  private static List<Map<String, Object>> rows(String name, String what) {
    Map<String, List<Map<String, Object>>> file = new Yaml().load(read(name));
    return file.get(what);
  }

  private static JsonNode form(String stem) throws IOException {
    return new ObjectMapper().readTree(read(stem + ".form"));
  }

  private static String mail(String stem, String language) {
    return read("mails/" + stem + "." + language + ".md");
  }

  private static List<String> links(String mail) {
    return LINK.matcher(mail).results().map((MatchResult link) -> link.group(1)).toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(PLAYBOOK.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
