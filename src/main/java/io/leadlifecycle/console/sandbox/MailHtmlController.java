package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.letter.Letter;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Serves the HTML of mails, caught or only tried: with its own styles, which our pages do not allow, and with
 * nothing else.
 */
@Controller
@ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
class MailHtmlController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
          + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

  private final SandboxInbox inbox;
  private final TriedLetters letters;

  MailHtmlController(SandboxInbox inbox, TriedLetters letters) {
    this.inbox = inbox;
    this.letters = letters;
  }

  @GetMapping("/sandbox/mails/{id}/html")
  ResponseEntity<String> html(@PathVariable String id) {
    return answer(inbox.find(id).map(SandboxMail::html));
  }

  @GetMapping("/sandbox/letters/html")
  ResponseEntity<String> html(
      @RequestParam String template, @RequestParam Locale language, @RequestParam Reader reader) {
    return answer(letters.write(template, language, reader).map(Letter::html));
  }

  private static ResponseEntity<String> answer(Optional<String> html) {
    return html
        .map(text ->
            ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .body(MailPreview.html(text)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
