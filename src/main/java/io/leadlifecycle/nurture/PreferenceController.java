package io.leadlifecycle.nurture;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.consent.SecretPage;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.nurture.PreferencePage.Typed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The page behind the link in mails where a lead chooses what it gets. Nobody can guess such a link, so one that
 * does not work is told so; and who gets no mails any more has nothing to choose.
 */
@Controller
@SecretPage
class PreferenceController {

  private final Preferences preferences;
  private final Sequences sequences;
  private final Consent consent;
  private final Leads leads;
  private final Clock clock;

  PreferenceController(
      Preferences preferences, Sequences sequences, Consent consent, Leads leads, Clock clock) {
    this.preferences = preferences;
    this.sequences = sequences;
    this.consent = consent;
    this.leads = leads;
    this.clock = clock;
  }

  @GetMapping("/preferences/{token}")
  ModelAndView show(@PathVariable String token, HttpServletRequest http) {
    return answer(token, http, lead -> view(page(lead, http)));
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
    return answer(token, http, lead -> unsubscribe.isEmpty()
        ? choose(lead, page(lead, http).sent(new Typed(frequency, topic, pause.strip())))
        : unsubscribe(lead));
  }

  /** Speaks the language of the lead's mails. */
  private ModelAndView answer(String token, HttpServletRequest http, Function<Lead, ModelAndView> page) {
    Optional<Lead> reader = consent.leadOf(token).flatMap(leads::find);
    reader.ifPresent(lead ->
        RequestContextUtils.getLocaleResolver(http).setLocale(http, null, lead.contact().locale()));
    return reader
        .map(lead -> hasUnsubscribed(lead) ? unsubscribed() : page.apply(lead))
        .orElseGet(PreferenceController::unknown);
  }

  private boolean hasUnsubscribed(Lead lead) {
    return consent.proof(lead.id()).state() == ConsentState.WITHDRAWN;
  }

  /**
   * A browser sends the frequency whatever is chosen: without it, this was no form of ours, and nothing changes.
   */
  private ModelAndView choose(Lead lead, PreferencePage sent) {
    if (!sent.faulty().isEmpty()) {
      return with(HttpStatus.BAD_REQUEST, view(sent));
    }
    preferences.set(lead, sent.wishes());
    return view(sent.thatIsSaved());
  }

  private ModelAndView unsubscribe(Lead lead) {
    consent.withdraw(lead.id(), "preferences page");
    return unsubscribed();
  }

  private PreferencePage page(Lead lead, HttpServletRequest http) {
    return PreferencePage.of(
        preferences.of(lead),
        sequences.topics(),
        LocalDate.ofInstant(clock.instant(), lead.contact().timeZone()),
        RequestContextUtils.getLocaleResolver(http).resolveLocale(http));
  }

  private static ModelAndView view(PreferencePage page) {
    return new ModelAndView("public/preferences", "form", page);
  }

  private static ModelAndView unsubscribed() {
    return new ModelAndView("public/unsubscribed");
  }

  private static ModelAndView unknown() {
    return with(HttpStatus.NOT_FOUND, new ModelAndView("public/unknown-preferences"));
  }

  private static ModelAndView with(HttpStatus status, ModelAndView page) {
    page.setStatus(status);
    return page;
  }
}
