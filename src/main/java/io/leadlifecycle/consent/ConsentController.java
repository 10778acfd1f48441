package io.leadlifecycle.consent;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Leads;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The pages behind the links in mails. Only a button's POST changes anything: programs that scan mails open
 * every link they find.
 */
@Controller
@SecretPage
class ConsentController {

  private static final Map<String, HttpStatus> HTTP =
      Map.of("EXPIRED", HttpStatus.GONE, "UNKNOWN", HttpStatus.NOT_FOUND);

  private final Consent consent;
  private final OptIn optIn;
  private final Links links;
  private final Leads leads;

  ConsentController(Consent consent, OptIn optIn, Links links, Leads leads) {
    this.consent = consent;
    this.optIn = optIn;
    this.links = links;
    this.leads = leads;
  }

  @GetMapping("/confirm/{token}")
  ModelAndView showConfirm(@PathVariable String token, HttpServletRequest http) {
    return confirmPage(token, http, request -> optIn.status(request).name());
  }

  @PostMapping("/confirm/{token}")
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam(name = "not-me", required = false) @Nullable String notMe,
      HttpServletRequest http) {
    Function<ConsentRequest, String> confirm = request -> optIn.confirm(request, from(http)).name();
    return confirmPage(token, http, notMe == null ? confirm : this::refuse);
  }

  private String refuse(ConsentRequest request) {
    consent.refuse(request);
    return "REFUSED";
  }

  private static Browser from(HttpServletRequest http) {
    return new Browser(http.getRemoteAddr(), http.getHeader(HttpHeaders.USER_AGENT));
  }

  /** Speaks the browser's language: that of the lead would tell whether the link is real. */
  @GetMapping("/unsubscribe/{*token}")
  ModelAndView showUnsubscribe() {
    return new ModelAndView("public/unsubscribe");
  }

  /**
   * Also what a mail program's unsubscribe button calls (RFC 8058). Says the same whatever the token: it is
   * no oracle.
   */
  @PostMapping("/unsubscribe/{*token}")
  ModelAndView unsubscribe(@PathVariable String token) {
    links.unsubscriber(token.replaceFirst("^/", "")).flatMap(leads::find).map(Lead::id)
        .ifPresent(lead -> consent.withdraw(lead, "link"));
    return new ModelAndView("public/unsubscribed");
  }

  private ModelAndView confirmPage(
      String token, HttpServletRequest http, Function<ConsentRequest, String> deed) {
    Optional<ConsentRequest> request = optIn.find(token);
    speakTo(request.map(ConsentRequest::locale), http);
    String status = request.map(deed).orElse("UNKNOWN");
    ModelAndView page = new ModelAndView("public/confirm", "status", status);
    page.setStatus(HTTP.getOrDefault(status, HttpStatus.OK));
    return page;
  }

  private void speakTo(Optional<Locale> reader, HttpServletRequest http) {
    reader.ifPresent(locale -> RequestContextUtils.getLocaleResolver(http).setLocale(http, null, locale));
  }
}
