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
import org.springframework.stereotype.Component;

/** Whether every mail of the playbook can be written, and says what the law wants said. */
@Component
class TemplateCheck implements PlaybookCheck {

  private static final Pattern NAME = Pattern.compile("mails/([a-z0-9-]+)\\.(de|en)\\.md");
  private static final Set<String> NURTURE = Set.of(
      "firstName", "lastName", "company", "senderName", "companyName",
      "imprint", "unsubscribe", "preferences", "publicAddress");
  private static final Map<String, Set<String>> SERVICE = Map.of(
      "opt-in", Set.of("firstName", "companyName", "confirm", "notMe", "imprint", "privacy"),
      "sla-missed", Set.of("leadPage", "due", "company"));

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
    String text = playbook.text(file);
    TemplateVariables variables = TemplateVariables.in(file, text);
    faults.addAll(variables.unknown(SERVICE.getOrDefault(stem, NURTURE)));
    if (!SERVICE.containsKey(stem)) {
      faults.addAll(variables.missing(List.of("unsubscribe", "imprint")));
    }
    faults.addAll(syntaxFaults(file, text));
    return faults;
  }

  private static List<Fault> syntaxFaults(String file, String text) {
    try {
      LetterTemplate template = LetterTemplate.parse(text);
      template.compile();
      return TemplateMarkup.faults(file, template);
    } catch (UnusableTemplate e) {
      return List.of(new Fault(file, e.line(), e.getMessage()));
    }
  }
}
