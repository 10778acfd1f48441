package io.leadlifecycle.journey.people;

import java.security.Principal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page where administrators say which machines may talk to us. A new key is in the answer to the button that
 * made it and nowhere else: a redirect would have to keep it in the session.
 */
@Controller
class ClientController {

  private static final Logger LOG = LoggerFactory.getLogger(ClientController.class);

  private static final Duration OVERLAP = Duration.ofHours(24);

  private final ApiClients clients;
  private final Moments moments;

  ClientController(ApiClients clients, @Value("${leads.console.time-zone:Europe/Berlin}") ZoneId zone) {
    this.clients = clients;
    this.moments = new Moments(zone);
  }

  @GetMapping("/clients")
  ModelAndView list() {
    return page(HttpStatus.OK, ClientForm.EMPTY, Map.of());
  }

  @PostMapping("/clients")
  ModelAndView admit(ClientForm form, Principal admin) {
    Map<String, String> faults = form.faults();
    if (!faults.isEmpty()) {
      return faulty(form, faults);
    }
    try {
      String key = clients.admit(form.name(), form.chosen());
      LOG.info("{} admitted API client {} with {}", admin.getName(), form.name(), form.chosen());
      return shown(form.name(), key);
    } catch (NameTaken taken) {
      return faulty(form, Map.of("name", "is taken"));
    }
  }

  @PostMapping("/clients/{name}/key")
  ModelAndView renew(
      @PathVariable String name, @RequestParam(defaultValue = "false") boolean atOnce, Principal admin) {
    Optional<String> key = clients.renew(name, atOnce ? Duration.ZERO : OVERLAP);
    if (key.isEmpty()) {
      return unknown();
    }
    LOG.info("{} gave API client {} a new key; the former ends {}",
        admin.getName(), name, atOnce ? "at once" : "in 24 hours");
    return shown(name, key.get());
  }

  @PostMapping("/clients/{name}/dismissal")
  ModelAndView dismiss(@PathVariable String name, Principal admin, RedirectAttributes after) {
    if (name.equals(ApiClient.FROM_ENVIRONMENT) || !clients.dismiss(name)) {
      return unknown();
    }
    LOG.info("{} dismissed API client {}", admin.getName(), name);
    after.addFlashAttribute("done", name + " is dismissed: none of its keys works any more.");
    return new ModelAndView("redirect:/clients");
  }

  private ModelAndView shown(String name, String key) {
    return list().addObject("keyOf", name).addObject("key", key);
  }

  private ModelAndView faulty(ClientForm form, Map<String, String> faults) {
    return page(HttpStatus.BAD_REQUEST, form, faults);
  }

  private ModelAndView unknown() {
    return page(HttpStatus.NOT_FOUND, ClientForm.EMPTY, Map.of()).addObject("unknown", true);
  }

  private ModelAndView page(HttpStatus status, ClientForm form, Map<String, String> faults) {
    return new ModelAndView("console/clients", status)
        .addObject("clients", clients.all())
        .addObject("scopes", Scope.values())
        .addObject("form", form)
        .addObject("faults", faults)
        .addObject("say", moments);
  }
}
