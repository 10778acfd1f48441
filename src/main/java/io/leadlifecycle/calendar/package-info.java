/** When a mail may go to its reader: how often, at which hours, on which days. Arithmetic, and nothing else. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.leadlifecycle.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
