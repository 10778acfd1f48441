package io.leadlifecycle.console.marketing;

import io.leadlifecycle.console.ConsoleSettings;
import io.leadlifecycle.console.Wording;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where marketing sees how many leads get how far. It counts in the database and shows no person. */
@Controller
class FunnelController {

  private static final List<Integer> PERIODS = List.of(30, 90, 365);
  private static final String USUAL_PERIOD = "90";

  private final Leads leads;
  private final Mails mails;
  private final ConsoleSettings settings;
  private final Clock clock;

  FunnelController(Leads leads, Mails mails, ConsoleSettings settings, Clock clock) {
    this.leads = leads;
    this.mails = mails;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/funnel")
  String show(@RequestParam(defaultValue = USUAL_PERIOD) int days, Model model) {
    int period = PERIODS.contains(days) ? days : Integer.parseInt(USUAL_PERIOD);
    model.addAttribute("periods", PERIODS);
    model.addAttribute("period", period);
    model.addAttribute("funnel", new Funnel(leads.countByStage(), leads.progressOfThoseCapturedSince(ago(period))));
    model.addAttribute("lastWeek", leads.capturedSince(ago(7)));
    model.addAttribute("lastMonth", leads.capturedSince(ago(30)));
    model.addAttribute("mails", mails.countByState());
    model.addAttribute("say", new Wording(settings.timeZone()));
    return "console/marketing/funnel";
  }

  private Instant ago(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }
}
