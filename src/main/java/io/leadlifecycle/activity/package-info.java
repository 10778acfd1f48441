/** What the lead did: the offers, and the append-only ledger of visits, downloads and requests. */
@ApplicationModule(allowedDependencies = {"lead", "playbook", "privacy"})
@NullMarked
package io.leadlifecycle.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
