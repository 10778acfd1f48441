package io.leadlifecycle.consent;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody did something. Cut to what the proof has room for; null if not known.
 *
 * @param ip address in the network
 * @param userAgent what the browser said it is
 */
record Browser(@Nullable String ip, @Nullable String userAgent) {

  static final Browser UNKNOWN = new Browser(null, null);

  Browser {
    ip = cut(ip, 100);
    userAgent = cut(userAgent, 1000);
  }

  /** PostgreSQL keeps no NUL. */
  static @Nullable String cut(@Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.substring(0, Math.min(line.length(), longest));
  }

  /** Neither address nor browser: this may be logged. */
  @Override
  public String toString() {
    return "a browser";
  }
}
