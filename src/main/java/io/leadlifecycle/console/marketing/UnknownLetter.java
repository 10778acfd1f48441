package io.leadlifecycle.console.marketing;

/** The playbook has no such mail in that language. */
class UnknownLetter extends RuntimeException {}
