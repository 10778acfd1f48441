package io.leadlifecycle.capture;

import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.consent.CompanySettings;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.consent.Wording;
import io.leadlifecycle.lead.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The public form of each offer. */
@Controller
class FormController {

  private static final Map<String, Purpose> BOXES = new LinkedHashMap<>();

  static {
    BOXES.put("consent", Purpose.NURTURE);
    BOXES.put("consentMeasuring", Purpose.MEASURING);
    BOXES.put("consentPhone", Purpose.PHONE);
  }

  private final FormDoor door;
  private final LeadFields fields;
  private final Offers offers;
  private final Reception reception;
  private final EvenAnswers evenAnswers;
  private final Consent consent;
  private final CompanySettings company;

  FormController(
      FormDoor door,
      LeadFields fields,
      Offers offers,
      Reception reception,
      EvenAnswers evenAnswers,
      Consent consent,
      CompanySettings company) {
    this.door = door;
    this.fields = fields;
    this.offers = offers;
    this.reception = reception;
    this.evenAnswers = evenAnswers;
    this.consent = consent;
    this.company = company;
  }

  @ModelAttribute("company")
  CompanySettings company() {
    return company;
  }

  /** What stands beside each box, by the name of the field. */
  @ModelAttribute("wordings")
  Map<String, Wording> wordings(Locale locale) {
    Map<String, Wording> wordings = new LinkedHashMap<>();
    BOXES.forEach((box, purpose) -> wordings.put(box, consent.wording(purpose, locale)));
    return wordings;
  }

  @GetMapping("/forms/{offer}")
  ModelAndView show(@PathVariable String offer, Locale locale) {
    return answer(offer, locale, page -> view("public/form", page));
  }

  /** Says the same, after the same time, whether the address was known or not. */
  @PostMapping("/forms/{offer}")
  CompletableFuture<ModelAndView> send(
      @PathVariable String offer,
      @RequestParam Map<String, String> typed,
      Locale locale,
      HttpServletRequest http,
      HttpServletResponse answer) {
    long asked = System.nanoTime();
    return evenAnswers.release(answer(offer, locale, page -> take(page.sent(typed), http, answer)), asked);
  }

  private ModelAndView answer(String offer, Locale locale, Function<FormPage, ModelAndView> form) {
    return offers.find(offer)
        .map(known -> form.apply(FormPage.empty(known, locale)))
        .orElseGet(FormController::unknown);
  }

  private ModelAndView take(FormPage page, HttpServletRequest http, HttpServletResponse answer) {
    if (!door.looksHuman(name(page), page.typed())) {
      return again(page.toBeSentOnceMore());
    }
    try {
      Map<String, String> said = fields(page, http);
      EmailAddress address = Objects.requireNonNull(fields.fill(said).get(fields.email));
      if (!door.admits(http.getRemoteAddr(), address)) {
        return tooMany(page, answer);
      }
      reception.receive(said);
      return view("public/thanks", page);
    } catch (InvalidLead invalid) {
      return again(page.refused(invalid));
    }
  }

  private ModelAndView again(FormPage page) {
    ModelAndView again = view("public/form", page);
    again.setStatus(HttpStatus.BAD_REQUEST);
    return again;
  }

  private ModelAndView tooMany(FormPage page, HttpServletResponse answer) {
    answer.setHeader(HttpHeaders.RETRY_AFTER, "3600");
    ModelAndView later = view("public/too-many", page);
    later.setStatus(HttpStatus.TOO_MANY_REQUESTS);
    return later;
  }

  /** What the form asks for and nothing else, whatever was sent. */
  private Map<String, String> fields(FormPage page, HttpServletRequest http) {
    Map<String, String> fields = new HashMap<>(page.typed());
    fields.keySet().retainAll(page.fields());
    fields.put("offer", page.offer().key());
    fields.put("locale", page.locale().getLanguage());
    fields.putIfAbsent("source", "form");
    BOXES.keySet().forEach(box -> fields.put(box, String.valueOf(page.isTicked(box))));
    fields.put("form", "forms/" + page.offer().key());
    fields.put("formVersion", version(page));
    fields.put("ipAddress", http.getRemoteAddr());
    String browser = Objects.requireNonNullElse(http.getHeader(HttpHeaders.USER_AGENT), "");
    fields.put("userAgent", Readers.printable(browser, 250));
    return fields;
  }

  /** Changes with what the form shows: the proof of a consent says no wording that its page did not. */
  private String name(FormPage page) {
    return page.offer().key() + ":" + version(page);
  }

  private String version(FormPage page) {
    return page.version(List.copyOf(wordings(page.locale()).values()));
  }

  private ModelAndView view(String name, FormPage page) {
    return new ModelAndView(name, "form", page)
        .addObject("honeypot", FormDoor.HONEYPOT)
        .addObject("stampField", FormDoor.STAMP)
        .addObject("stamp", door.stamp(name(page), page.typed()));
  }

  private static ModelAndView unknown() {
    ModelAndView page = new ModelAndView("public/no-form");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }
}
