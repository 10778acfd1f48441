package io.leadlifecycle.journey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.http.MediaType;

/** What a request is and where it goes, as the server sees it, however it was written. */
final class Sent {

  private Sent() {}

  /** Decoded, and without the slashes at the end, which the engine overlooks. */
  static String to(HttpServletRequest request) {
    String rest = Objects.requireNonNullElse(request.getPathInfo(), "");
    return (request.getServletPath() + rest).replaceAll("/+$", "");
  }

  /** Letter by letter, as Tomcat compares: what differs in one, it does not read. */
  static boolean is(MediaType type, HttpServletRequest request) {
    String sent = Objects.requireNonNullElse(request.getContentType(), "");
    return sent.split(";", 2)[0].strip().equals(type.toString());
  }
}
