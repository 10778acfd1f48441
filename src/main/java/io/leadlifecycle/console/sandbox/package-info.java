/** The sandbox for people and scripts: what mails went out, and a clock to move. */
@NullMarked
package io.leadlifecycle.console.sandbox;

import org.jspecify.annotations.NullMarked;
