package io.leadlifecycle.console;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A mail's HTML as an answer: with its own styles, which our pages do not allow, and with nothing else. */
public final class MailHtml {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private static final Pattern HEAD = Pattern.compile("(?i)<head[^>]*>");

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
          + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

  private MailHtml() {}

  /** 404 if there is none. */
  public static ResponseEntity<String> answer(Optional<String> html) {
    return html.map(MailHtml::page).orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<String> page(String html) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        .body(openingLinksBeside(html));
  }

  /** Its links open beside the page that shows it: inside, where forms are off, no button would work. */
  private static String openingLinksBeside(String html) {
    return HEAD.matcher(html).replaceFirst("$0<base target=\"_blank\">");
  }
}
