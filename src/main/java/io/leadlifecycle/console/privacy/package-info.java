/** Where data protection officers answer people who ask what we know of them, or want to be forgotten. */
@NullMarked
package io.leadlifecycle.console.privacy;

import org.jspecify.annotations.NullMarked;
