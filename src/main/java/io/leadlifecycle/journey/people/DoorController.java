package io.leadlifecycle.journey.people;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class DoorController {

  @GetMapping("/")
  String home(Authentication person) {
    return "redirect:" + Home.of(person);
  }

  @GetMapping("/login")
  String login() {
    return "login";
  }
}
