/** Pages for people: lead pages, the list of leads, the sandbox. */
@NullMarked
package io.leadlifecycle.console;

import org.jspecify.annotations.NullMarked;
