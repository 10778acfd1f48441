package io.leadlifecycle.nurture;

/**
 * How urgent a mail is.
 *
 * @param rank higher goes first
 * @param skip why it is left out, for a person to read; empty if it is not
 */
record Priority(double rank, String skip) {}
