/** Marketing's pages, which show no person: how leads get on, and what the playbook holds. */
@NullMarked
package io.leadlifecycle.console.marketing;

import org.jspecify.annotations.NullMarked;
