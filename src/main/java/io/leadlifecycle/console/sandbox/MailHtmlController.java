package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.smtp.SandboxInbox;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves a caught mail's HTML: with its own styles, which our pages do not allow, and with nothing else. */
@Controller
@ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
class MailHtmlController {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
          + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

  private final SandboxInbox inbox;

  MailHtmlController(SandboxInbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/sandbox/mails/{id}/html")
  ResponseEntity<String> html(@PathVariable String id) {
    return inbox.find(id)
        .map(mail ->
            ResponseEntity.ok()
                .contentType(HTML)
                .header("Content-Security-Policy", POLICY)
                .body(MailPreview.html(mail)))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }
}
