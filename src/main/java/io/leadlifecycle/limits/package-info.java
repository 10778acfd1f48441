/** How often something may happen, counted in the database for all nodes together. */
@ApplicationModule(allowedDependencies = {"privacy"})
@NullMarked
package io.leadlifecycle.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
