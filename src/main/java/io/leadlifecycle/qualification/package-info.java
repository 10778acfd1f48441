/** Does this lead fit us, and why. */
@ApplicationModule(allowedDependencies = {"lead", "playbook"})
@NullMarked
package io.leadlifecycle.qualification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
