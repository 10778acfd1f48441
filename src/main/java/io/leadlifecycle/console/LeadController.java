package io.leadlifecycle.console;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.UnknownLead;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The page of one lead: who it is, where it stands and why. */
@Controller
class LeadController {

  private final Dossiers dossiers;

  LeadController(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @GetMapping("/leads/{id}")
  String show(@PathVariable LeadId id, Model model) {
    Dossier dossier = dossiers.open(id);
    model.addAttribute("page", LeadPage.of(dossier));
    model.addAttribute("say", new Wording(dossier.lead().contact().timeZone()));
    return "console/lead";
  }

  /** What is no id at all is the id of no lead. */
  @ExceptionHandler({UnknownLead.class, MethodArgumentTypeMismatchException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String onUnknown() {
    return "console/unknown-lead";
  }
}
