package io.leadlifecycle.console.sandbox;

/** The sandbox has no mail of this id, or has it no longer. */
class UnknownMail extends RuntimeException {}
