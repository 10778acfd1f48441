package io.leadlifecycle.letter;

/** A mail cannot be written from its template. */
public class UnusableTemplate extends RuntimeException {

  private final int line;

  UnusableTemplate(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
