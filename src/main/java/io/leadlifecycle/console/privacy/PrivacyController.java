package io.leadlifecycle.console.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.console.ConsoleSettings;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.privacy.Person;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of data protection officers. An address is only ever sent in a body: URLs end up in logs. */
@Controller
class PrivacyController {

  private final People people;
  private final ObjectMapper json;
  private final MessageSource messages;
  private final ConsoleSettings settings;

  PrivacyController(People people, ObjectMapper json, MessageSource messages, ConsoleSettings settings) {
    this.people = people;
    this.json = json;
    this.messages = messages;
    this.settings = settings;
  }

  @GetMapping("/privacy")
  String ask() {
    return "console/privacy/search";
  }

  @PostMapping("/privacy")
  ModelAndView search(@RequestParam(defaultValue = "") String address) {
    try {
      Optional<LeadId> lead = people.with(new EmailAddress(address));
      return lead.map(id -> new ModelAndView("redirect:/privacy/leads/" + id))
          .orElseGet(() -> searched(HttpStatus.OK, "nobody", address).addObject("archived", people.proofsOf(address)));
    } catch (IllegalArgumentException noAddress) {
      return searched(HttpStatus.BAD_REQUEST, "noAddress", address);
    }
  }

  private static ModelAndView searched(HttpStatus status, String outcome, String address) {
    return new ModelAndView(
        "console/privacy/search", Map.of("outcome", outcome, "address", address), status);
  }

  @GetMapping("/privacy/leads/{id}")
  String show(@PathVariable LeadId id, Locale locale, Model model) {
    Person person = known(id);
    ToldPage page = new ToldPage(json, new Labels(messages, locale, settings.timeZone()));
    model.addAttribute("person", person);
    model.addAttribute("sections", page.of(people.tell(person)));
    return "console/privacy/person";
  }

  @GetMapping("/privacy/leads/{id}/personal-data")
  ResponseEntity<Map<String, Object>> download(@PathVariable LeadId id) {
    return PersonalDataFile.of(people.tell(known(id)));
  }

  @GetMapping("/privacy/leads/{id}/erase")
  String confirm(@PathVariable LeadId id, Model model) {
    model.addAttribute("person", known(id));
    return "console/privacy/erase";
  }

  @PostMapping("/privacy/leads/{id}/erase")
  String erase(@PathVariable LeadId id, Locale locale, RedirectAttributes after) {
    people.erase(id);
    after.addFlashAttribute("done", messages.getMessage("privacy.erased", null, locale));
    return "redirect:/privacy";
  }

  private Person known(LeadId id) {
    return people.find(id).orElseThrow(() -> new UnknownLead(id));
  }

  /** What is no id at all is the id of no lead. */
  @ExceptionHandler({UnknownLead.class, MethodArgumentTypeMismatchException.class})
  @ResponseStatus(HttpStatus.NOT_FOUND)
  ModelAndView onUnknown() {
    return new ModelAndView("console/privacy/search", Map.of("outcome", "unknown"));
  }
}
