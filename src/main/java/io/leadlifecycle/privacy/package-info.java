/** Everything about one person: told, erased, and kept no longer than it is needed. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.leadlifecycle.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
