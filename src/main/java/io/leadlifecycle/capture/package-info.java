/** Takes leads in, from a form or another system, and refuses bad input by field. */
@ApplicationModule(allowedDependencies = {"lead", "activity", "consent", "playbook", "limits"})
@NullMarked
package io.leadlifecycle.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
