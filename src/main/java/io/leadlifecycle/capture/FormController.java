package io.leadlifecycle.capture;

import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.consent.CompanySettings;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.consent.Wording;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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

  private final Offers offers;
  private final Reception reception;
  private final Consent consent;
  private final CompanySettings company;

  FormController(Offers offers, Reception reception, Consent consent, CompanySettings company) {
    this.offers = offers;
    this.reception = reception;
    this.consent = consent;
    this.company = company;
  }

  @ModelAttribute("company")
  CompanySettings company() {
    return company;
  }

  @ModelAttribute("wording")
  Wording wording(Locale locale) {
    return consent.wording(Purpose.NURTURE, locale);
  }

  @GetMapping("/forms/{offer}")
  ModelAndView show(@PathVariable String offer, Locale locale) {
    return answer(offer, locale, page -> view("public/form", page));
  }

  /** Says the same whether the address was known or not. */
  @PostMapping("/forms/{offer}")
  ModelAndView send(@PathVariable String offer, @RequestParam Map<String, String> typed, Locale locale) {
    return answer(offer, locale, page -> take(page.sent(typed)));
  }

  private ModelAndView answer(String offer, Locale locale, Function<FormPage, ModelAndView> form) {
    return offers.find(offer)
        .map(known -> form.apply(FormPage.empty(known, locale)))
        .orElseGet(FormController::unknown);
  }

  private ModelAndView take(FormPage page) {
    try {
      reception.receive(fields(page));
      return view("public/thanks", page);
    } catch (InvalidLead invalid) {
      ModelAndView again = view("public/form", page.refused(invalid));
      again.setStatus(HttpStatus.BAD_REQUEST);
      return again;
    }
  }

  /** What the form asks for and nothing else, whatever was sent. */
  private static Map<String, String> fields(FormPage page) {
    Map<String, String> fields = new HashMap<>(page.typed());
    fields.keySet().retainAll(page.fields());
    fields.put("offer", page.offer().key());
    fields.put("locale", page.locale().getLanguage());
    fields.putIfAbsent("source", "form");
    fields.put("consent", String.valueOf(page.isConsentTicked()));
    return fields;
  }

  private static ModelAndView view(String name, FormPage page) {
    return new ModelAndView(name, "form", page);
  }

  private static ModelAndView unknown() {
    ModelAndView page = new ModelAndView("public/no-form");
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }
}
