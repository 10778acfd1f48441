/** The only package that knows the engine: it starts processes, passes messages on, and sets up Tasklist. */
@NullMarked
package io.leadlifecycle.journey;

import org.jspecify.annotations.NullMarked;
