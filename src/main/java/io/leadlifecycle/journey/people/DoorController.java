package io.leadlifecycle.journey.people;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The way in. */
@Controller
class DoorController {

  private final ObjectProvider<CompanyLogin> companyLogin;

  DoorController(ObjectProvider<CompanyLogin> companyLogin) {
    this.companyLogin = companyLogin;
  }

  @GetMapping("/")
  String home(Authentication person) {
    return "redirect:" + Home.of(person);
  }

  /** With a form for a password or, in the profile {@code oidc}, a link to the company's own login. */
  @GetMapping("/login")
  ModelAndView login() {
    return new ModelAndView("login", "company", companyLogin.getIfAvailable() != null);
  }
}
