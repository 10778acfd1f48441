/** Hands mails to the mail server, and tells for sure, where that can be told, what became of them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.leadlifecycle.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
