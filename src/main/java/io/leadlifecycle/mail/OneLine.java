package io.leadlifecycle.mail;

/** Text that must not begin a new line: in a header, that would be a header of its own. */
final class OneLine {

  private OneLine() {}

  static String of(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
