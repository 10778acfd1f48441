/** What mails say: the playbook's templates, filled in for one reader, as plain text and as HTML. */
@ApplicationModule(allowedDependencies = {"playbook"})
@NullMarked
package io.leadlifecycle.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
