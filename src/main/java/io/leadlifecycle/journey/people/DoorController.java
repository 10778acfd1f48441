package io.leadlifecycle.journey.people;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@Controller
class DoorController {

  @GetMapping("/")
  String home() {
    return "redirect:/leads";
  }

  @GetMapping("/login")
  String login() {
    return "login";
  }
}
