/** Which rep calls, by when, and with what outcome. */
@ApplicationModule(allowedDependencies = {"lead", "scoring", "mail", "playbook", "privacy"})
@NullMarked
package io.leadlifecycle.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
