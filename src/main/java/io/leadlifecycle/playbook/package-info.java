/** The folder that a marketer owns: its files, the check of them at start, and its decisions. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.leadlifecycle.playbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
