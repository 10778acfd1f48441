package io.leadlifecycle.console;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the mails about which somebody has to decide: they failed, or nobody knows whether they arrived. */
@Controller
class MailController {

  static final Set<MailState> OPEN = Set.of(MailState.FAILED, MailState.UNKNOWN);

  private static final int SHOWN = 200;

  private final Mails mails;
  private final Leads leads;
  private final ConsoleSettings settings;

  MailController(Mails mails, Leads leads, ConsoleSettings settings) {
    this.mails = mails;
    this.leads = leads;
    this.settings = settings;
  }

  @GetMapping("/mails")
  String list(Model model) {
    List<MailEntry> open = mails.in(OPEN, SHOWN + 1);
    model.addAttribute("mails", open.stream().limit(SHOWN).map(this::row).toList());
    model.addAttribute("more", open.size() > SHOWN);
    model.addAttribute("counts", mails.countByState());
    model.addAttribute("say", new Wording(settings.timeZone()));
    return "console/mails";
  }

  @PostMapping("/mails/{key}/resend")
  String resend(@PathVariable String key, Principal operator, RedirectAttributes after) {
    boolean resent = mails.resend(key, operator.getName());
    after.addFlashAttribute("done", resent
        ? "The mail goes out again as soon as it may."
        : "Nothing to decide about this mail any more: somebody else was faster.");
    return "redirect:/mails";
  }

  /** @param lead null if the mail is for one of us, or its lead was deleted */
  record Row(MailEntry mail, @Nullable Lead lead) {}

  private Row row(MailEntry mail) {
    return new Row(mail, id(mail.reference()).flatMap(leads::find).orElse(null));
  }

  private static Optional<LeadId> id(String reference) {
    try {
      return Optional.of(LeadId.of(reference));
    } catch (IllegalArgumentException noLead) {
      return Optional.empty();
    }
  }
}
