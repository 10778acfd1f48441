/** Mails go out once and not too soon: the mail ledger, the cap, and the way to the mail server. */
@ApplicationModule(allowedDependencies = {"calendar", "letter", "smtp", "privacy"})
@NullMarked
package io.leadlifecycle.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
