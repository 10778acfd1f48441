package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  private final ApplicationModules modules = ApplicationModules.of(LeadLifecycle.class);

  @Test
  void usesNoModuleThatItDoesNotDeclare() {
    modules.verify();
  }

  @Test
  void hasTheModulesOfTheDesign() {
    assertThat(modules.stream().map(module -> module.getIdentifier().toString()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "playbook", "lead", "activity", "calendar", "letter", "smtp", "mail", "consent", "limits", "capture", "qualification",
            "enrichment", "scoring", "nurture", "handover", "journey", "privacy", "console", "inbox",
            "production");
  }
}
