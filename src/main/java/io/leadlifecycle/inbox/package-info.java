/** Reads what comes back to us by mail: withdrawals, and mails that could not be delivered. */
@ApplicationModule(allowedDependencies = {"lead", "consent", "mail"})
@NullMarked
package io.leadlifecycle.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
