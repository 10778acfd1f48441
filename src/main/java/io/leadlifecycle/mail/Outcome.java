package io.leadlifecycle.mail;

/** What becomes of a mail that this node holds. */
record Outcome(DueMail mail, NextState next) {}
