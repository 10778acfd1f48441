/** Who may come in and what they may do: users, groups, task filters, API clients and the doors. */
@NullMarked
package io.leadlifecycle.journey.people;

import org.jspecify.annotations.NullMarked;
