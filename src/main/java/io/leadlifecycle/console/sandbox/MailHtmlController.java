package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.console.MailHtml;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the HTML of mails that were caught. */
@Controller
@ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
class MailHtmlController {

  private final SandboxInbox inbox;

  MailHtmlController(SandboxInbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping("/sandbox/mails/{id}/html")
  ResponseEntity<String> html(@PathVariable String id) {
    return MailHtml.answer(inbox.find(id).map(SandboxMail::html));
  }
}
