package io.leadlifecycle.mail;

/** A mail cannot be written from its template. */
class UnusableTemplate extends RuntimeException {

  private final int line;

  UnusableTemplate(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
