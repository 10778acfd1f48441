package io.leadlifecycle.letter;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import io.leadlifecycle.playbook.PlaybookCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Whether every mail of the playbook can be written, and says what the law wants said. */
@Component
class TemplateCheck implements PlaybookCheck {

  private static final Pattern NAME = Pattern.compile("mails/([a-z0-9-]+)\\.(de|en)\\.md");
  private static final Kind NURTURE = new Kind(
      "every nurture mail", List.of("unsubscribe", "imprint"),
      Set.of("firstName", "lastName", "company", "senderName", "companyName", "preferences", "publicAddress"));
  private static final Map<String, Kind> SERVICE = Map.of(
      "opt-in", new Kind(
          "a mail that asks for consent", List.of("confirm", "notMe", "imprint", "privacy"),
          Set.of("firstName", "companyName")),
      "sla-missed", new Kind("a notice of an overdue call", List.of("leadPage"), Set.of("due", "company")));

  /** @param mustShow variables that every reader sees @param mayShow variables that it knows besides */
  private record Kind(String words, List<String> mustShow, Set<String> mayShow) {

    Set<String> known() {
      return Stream.concat(mustShow.stream(), mayShow.stream()).collect(Collectors.toSet());
    }
  }

  private final Playbook playbook;

  TemplateCheck(Playbook playbook) {
    this.playbook = playbook;
  }

  @Override
  public List<Fault> faults() {
    return playbook.names("mails/*.md").stream()
        .flatMap(file -> faults(file).stream())
        .sorted(Comparator.comparing(Fault::file).thenComparingInt(Fault::line))
        .toList();
  }

  private List<Fault> faults(String file) {
    Matcher name = NAME.matcher(file);
    if (!name.matches()) {
      return List.of(new Fault(file, 1, "is not named <mail>.de.md or <mail>.en.md"));
    }
    String stem = name.group(1);
    List<Fault> faults = new ArrayList<>();
    if (!playbook.has("mails/" + stem + ".en.md")) {
      faults.add(new Fault(file, 1, "has no English version mails/" + stem + ".en.md to fall back to"));
    }
    faults.addAll(faults(file, stem, playbook.text(file)));
    return faults;
  }

  private static List<Fault> faults(String file, String stem, String text) {
    Kind kind = SERVICE.getOrDefault(stem, NURTURE);
    List<Fault> faults = new ArrayList<>();
    try {
      LetterTemplate template = LetterTemplate.parse(text);
      faults.addAll(TemplateTags.in(text).faults(file, kind.known()));
      template.compile();
      faults.addAll(TemplateMarkup.faults(file, template));
      if (stem.equals("opt-in")) {
        faults.addAll(BareMail.faults(file, template));
      }
      faults.addAll(MustShow.faults(file, template, kind.words(), kind.mustShow()));
    } catch (UnusableTemplate e) {
      faults.add(new Fault(file, e.line(), e.getMessage()));
    }
    return faults;
  }
}
