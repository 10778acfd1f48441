/** How warm a lead is, and why. */
@ApplicationModule(allowedDependencies = {"lead", "activity", "playbook", "privacy"})
@NullMarked
package io.leadlifecycle.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
