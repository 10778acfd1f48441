package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.console.ConsoleSettings;
import io.leadlifecycle.console.Wording;
import io.leadlifecycle.journey.SandboxClock;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages where the sandbox's mails are read and its clock is moved. */
@Controller
@ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
class SandboxController {

  private static final int SHOWN = 200;

  private final SandboxInbox inbox;
  private final SandboxClock clock;
  private final Wording wording;

  SandboxController(SandboxInbox inbox, SandboxClock clock, ConsoleSettings settings) {
    this.inbox = inbox;
    this.clock = clock;
    this.wording = new Wording(settings.timeZone());
  }

  @ModelAttribute("say")
  Wording say() {
    return wording;
  }

  @GetMapping("/sandbox")
  String list(Model model) {
    List<SandboxMail> mails = inbox.mails();
    model.addAttribute("now", clock.now());
    model.addAttribute("mails", mails.stream().limit(SHOWN).toList());
    model.addAttribute("older", Math.max(0, mails.size() - SHOWN));
    return "console/sandbox";
  }

  @PostMapping("/sandbox/clock")
  String advance(@RequestParam String advance, RedirectAttributes after) {
    String now = wording.time(new Advance(advance).on(clock));
    after.addFlashAttribute("done", "It is now " + now + ". All that fell due has been done.");
    return "redirect:/sandbox";
  }

  @GetMapping("/sandbox/mails/{id}")
  String show(@PathVariable String id, Model model) {
    SandboxMail mail = find(id);
    model.addAttribute("mail", mail);
    model.addAttribute("headers", MailPreview.headers(mail));
    return "console/sandbox-mail";
  }

  private SandboxMail find(String id) {
    return inbox.find(id).orElseThrow(UnknownMail::new);
  }

  @ExceptionHandler(UnknownMail.class)
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String onUnknown() {
    return "console/unknown-mail";
  }
}
