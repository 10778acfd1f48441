package io.leadlifecycle.consent;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Keeps what {@link SecretPage} promises. */
@ControllerAdvice(annotations = SecretPage.class)
public class SecretPages {

  private final CompanySettings company;

  SecretPages(CompanySettings company) {
    this.company = company;
  }

  @ModelAttribute
  void keepSecret(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @ModelAttribute("company")
  CompanySettings company() {
    return company;
  }
}
