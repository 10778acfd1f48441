/** Mails go out once and not too soon: the mail ledger, the cap, rendering and SMTP. */
@ApplicationModule(allowedDependencies = {"playbook"})
@NullMarked
package io.leadlifecycle.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
