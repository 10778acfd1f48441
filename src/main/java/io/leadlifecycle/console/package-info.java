/** Pages for people and the API to read leads: the list, one lead with all we know, marketing's, the sandbox. */
@ApplicationModule(
    allowedDependencies = {
      "lead", "activity", "mail", "letter", "smtp", "consent", "enrichment", "scoring", "nurture", "handover",
      "journey", "playbook", "privacy"
    })
@NullMarked
package io.leadlifecycle.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
