package io.leadlifecycle.console.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The proof of a consent, to read and to print. Its times are in UTC, to the second. */
@Controller
class ConsentPageController {

  private final Leads leads;
  private final Consent consent;
  private final ObjectMapper json;
  private final MessageSource messages;

  ConsentPageController(Leads leads, Consent consent, ObjectMapper json, MessageSource messages) {
    this.leads = leads;
    this.consent = consent;
    this.json = json;
    this.messages = messages;
  }

  @GetMapping("/leads/{id}/consent")
  String show(@PathVariable LeadId id, Locale locale, Model model) {
    Lead lead = leads.get(id);
    ToldPage page = new ToldPage(json, new Labels(messages, locale, ZoneOffset.UTC));
    model.addAttribute("address", lead.contact().email().value());
    model.addAttribute("lead", id);
    model.addAttribute("sections", page.of(Map.of("consent", consent.proof(id))));
    return "console/privacy/consent";
  }

  /** What is no id at all is the id of no lead. */
  @ExceptionHandler({UnknownLead.class, MethodArgumentTypeMismatchException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  String onUnknown() {
    return "console/unknown-lead";
  }
}
