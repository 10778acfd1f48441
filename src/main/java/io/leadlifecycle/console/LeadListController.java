package io.leadlifecycle.console;

import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where leads are looked up. */
@Controller
class LeadListController {

  private final LeadDirectory directory;
  private final Leads leads;
  private final ConsoleSettings settings;

  LeadListController(LeadDirectory directory, Leads leads, ConsoleSettings settings) {
    this.directory = directory;
    this.leads = leads;
    this.settings = settings;
  }

  @GetMapping("/leads")
  String list(
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      Model model) {
    LeadQuery query = new LeadQuery(stage, q, page, LeadQuery.USUAL_SIZE);
    model.addAttribute("query", query);
    model.addAttribute("found", directory.find(query));
    model.addAttribute("stages", new StageCounts(leads.countByStage()));
    model.addAttribute("say", new Wording(settings.timeZone()));
    return "console/leads";
  }
}
