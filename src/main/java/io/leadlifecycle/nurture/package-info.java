/** Which mail comes next, and when. */
@ApplicationModule(
    allowedDependencies = {"lead", "activity", "consent", "mail", "letter", "calendar", "scoring", "playbook", "privacy"})
@NullMarked
package io.leadlifecycle.nurture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
