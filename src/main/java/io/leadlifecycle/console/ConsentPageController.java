package io.leadlifecycle.console;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.security.Principal;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The proof of a lead's consent, to be printed, and the page on which a rep ends it. */
@Controller
class ConsentPageController {

  private final Consent consent;
  private final Leads leads;

  ConsentPageController(Consent consent, Leads leads) {
    this.consent = consent;
    this.leads = leads;
  }

  @GetMapping("/leads/{id}/consent")
  String show(@PathVariable LeadId id, Model model) {
    show(leads.get(id), model);
    model.addAttribute("proof", consent.proof(id));
    return "console/consent";
  }

  /** Asks back, since a lead that was put out by mistake cannot be put back in. */
  @GetMapping("/leads/{id}/consent/withdrawal")
  String askBack(@PathVariable LeadId id, Model model) {
    show(leads.get(id), model);
    return "console/withdrawal";
  }

  @PostMapping("/leads/{id}/consent/withdrawal")
  String withdraw(@PathVariable LeadId id, Principal rep, RedirectAttributes after) {
    consent.withdraw(leads.get(id).id(), "rep " + rep.getName());
    after.addFlashAttribute("done", "Consent is withdrawn: no more nurture mails go to this lead.");
    return "redirect:/leads/" + id;
  }

  private static void show(Lead lead, Model model) {
    model.addAttribute("lead", lead);
    model.addAttribute("say", new Wording(ZoneOffset.UTC));
  }

  /** What is no id at all is the id of no lead. */
  @ExceptionHandler({UnknownLead.class, MethodArgumentTypeMismatchException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String onUnknown() {
    return "console/unknown-lead";
  }
}
