/** May we mail this person, and the proof of it. */
@ApplicationModule(allowedDependencies = {"lead", "mail", "playbook", "privacy", "limits"})
@NullMarked
package io.leadlifecycle.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
