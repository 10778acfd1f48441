/** What we found out about a lead, and by whom. */
@ApplicationModule(allowedDependencies = {"lead", "playbook", "privacy"})
@NullMarked
package io.leadlifecycle.enrichment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
