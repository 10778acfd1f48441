/** Who the lead is, its company and its stage; one lead per address. */
@ApplicationModule(allowedDependencies = {"playbook", "privacy"})
@NullMarked
package io.leadlifecycle.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
