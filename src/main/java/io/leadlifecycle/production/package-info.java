/** Starts nothing in production that is not set up for it. */
@ApplicationModule(allowedDependencies = {"consent"})
@NullMarked
package io.leadlifecycle.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
