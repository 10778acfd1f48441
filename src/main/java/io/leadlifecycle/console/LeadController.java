package io.leadlifecycle.console;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.security.Principal;
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

/** The page of one lead: who it is, where it stands and why. */
@Controller
class LeadController {

  private final Dossiers dossiers;
  private final Leads leads;
  private final Consent consent;

  LeadController(Dossiers dossiers, Leads leads, Consent consent) {
    this.dossiers = dossiers;
    this.leads = leads;
    this.consent = consent;
  }

  @GetMapping("/leads/{id}")
  String show(@PathVariable LeadId id, Model model) {
    Dossier dossier = dossiers.open(id);
    model.addAttribute("page", LeadPage.of(dossier));
    model.addAttribute("say", new Wording(dossier.lead().contact().timeZone()));
    return "console/lead";
  }

  @PostMapping("/leads/{id}/withdraw")
  String withdraw(@PathVariable LeadId id, Principal rep, RedirectAttributes after) {
    consent.withdraw(leads.get(id).id(), "rep " + rep.getName());
    after.addFlashAttribute("done", "Consent is withdrawn: no more nurture mails go to this lead.");
    return "redirect:/leads/" + id;
  }

  /** What is no id at all is the id of no lead. */
  @ExceptionHandler({UnknownLead.class, MethodArgumentTypeMismatchException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String onUnknown() {
    return "console/unknown-lead";
  }
}
