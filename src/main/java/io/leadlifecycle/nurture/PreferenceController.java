package io.leadlifecycle.nurture;

import io.leadlifecycle.consent.CompanySettings;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.nurture.PreferencePage.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The page behind the link in mails where a lead chooses what it gets. It says the same whatever the token: it
 * is no oracle.
 */
@Controller
class PreferenceController {

  private final Preferences preferences;
  private final Sequences sequences;
  private final Consent consent;
  private final Leads leads;
  private final CompanySettings company;
  private final Clock clock;

  PreferenceController(
      Preferences preferences,
      Sequences sequences,
      Consent consent,
      Leads leads,
      CompanySettings company,
      Clock clock) {
    this.preferences = preferences;
    this.sequences = sequences;
    this.consent = consent;
    this.leads = leads;
    this.company = company;
    this.clock = clock;
  }

  /** The address of the page is a secret: no cache and no other site shall see it. */
  @ModelAttribute
  void keepSecret(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @ModelAttribute("company")
  CompanySettings company() {
    return company;
  }

  @GetMapping("/preferences/{token}")
  ModelAndView show(@PathVariable String token, HttpServletRequest http) {
    return view(page(reader(token, http), http));
  }

  /**
   * One method for both buttons: a mapping that asks for a parameter would read the body of every request,
   * before anybody knows whom it is for.
   */
  @PostMapping("/preferences/{token}")
  ModelAndView send(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String frequency,
      @RequestParam(defaultValue = "") Set<String> topic,
      @RequestParam(defaultValue = "") String pause,
      @RequestParam(defaultValue = "") String unsubscribe,
      HttpServletRequest http) {
    Optional<Lead> lead = reader(token, http);
    return unsubscribe.isEmpty()
        ? choose(lead, new Typed(frequency, topic, pause.strip()), http)
        : unsubscribe(lead);
  }

  /** A browser sends the frequency whatever is chosen: without it, this was no form of ours, and nothing changes. */
  private ModelAndView choose(Optional<Lead> lead, Typed typed, HttpServletRequest http) {
    PreferencePage page = page(lead, http).sent(typed);
    if (!page.faulty().isEmpty()) {
      ModelAndView again = view(page);
      again.setStatus(HttpStatus.BAD_REQUEST);
      return again;
    }
    lead.ifPresent(l -> preferences.set(l, page.wishes()));
    return view(page.thatIsSaved());
  }

  private ModelAndView unsubscribe(Optional<Lead> lead) {
    lead.ifPresent(l -> consent.withdraw(l.id(), "preferences page"));
    return new ModelAndView("public/unsubscribed");
  }

  /** Who comes with a link of ours, and reads the page in the language of its mails. */
  private Optional<Lead> reader(String token, HttpServletRequest http) {
    Optional<Lead> lead = consent.leadOf(token).flatMap(leads::find);
    lead.ifPresent(l ->
        RequestContextUtils.getLocaleResolver(http).setLocale(http, null, l.contact().locale()));
    return lead;
  }

  private PreferencePage page(Optional<Lead> lead, HttpServletRequest http) {
    ZoneId zone = lead.map(l -> l.contact().timeZone()).orElse(ZoneOffset.UTC);
    Locale locale = RequestContextUtils.getLocaleResolver(http).resolveLocale(http);
    return PreferencePage.of(
        lead.map(preferences::of).orElse(Wishes.NONE),
        sequences.topics(),
        LocalDate.ofInstant(clock.instant(), zone),
        locale);
  }

  private static ModelAndView view(PreferencePage page) {
    return new ModelAndView("public/preferences", "form", page);
  }
}
