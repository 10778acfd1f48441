package io.leadlifecycle.journey;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.enrichment.Enrichment;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.scoring.Score;
import io.leadlifecycle.scoring.Scoring;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a rep sees of a lead in Tasklist, by the names that the forms and filters use. */
@Component
class LeadFacts {

  static final Set<String> ON_EVERY_TASK =
      Set.of("leadName", "leadCompany", "leadAddress", "leadScore", "leadPage");
  static final Set<String> FINDINGS =
      Set.of(
          "homepage", "phone", "directDial", "teamPage", "socialProfiles", "pressAndEvents",
          "newsletterSubscribed", "notes", "folder");

  private final Map<String, Function<LeadId, @Nullable Object>> facts = new LinkedHashMap<>();
  private final Leads leads;
  private final Scoring scoring;

  LeadFacts(Leads leads, Scoring scoring, Enrichment enrichment, PublicAddress publicAddress) {
    this.leads = leads;
    this.scoring = scoring;
    facts.put("leadName", id -> lead(id).contact().displayName());
    facts.put("leadCompany", id -> lead(id).contact().company());
    facts.put("leadAddress", id -> lead(id).contact().email().value());
    facts.put("leadScore", this::score);
    facts.put("leadPage", id -> publicAddress.of("/leads/" + id));
    facts.put("homepage", id -> enrichment.of(id).homepage());
    facts.put("phone", id -> enrichment.of(id).phone());
    facts.put("directDial", id -> enrichment.of(id).directDial());
    facts.put("teamPage", id -> enrichment.of(id).teamPage());
    facts.put("socialProfiles", id -> enrichment.of(id).socialProfiles());
    facts.put("pressAndEvents", id -> enrichment.of(id).pressAndEvents());
    facts.put("newsletterSubscribed", id -> enrichment.of(id).newsletterSubscribed());
    facts.put("notes", id -> enrichment.of(id).notes());
    facts.put("folder", id -> enrichment.of(id).folder());
  }

  /** @return text or a boolean; null if nobody knows, or if the lead is gone */
  @Nullable Object read(LeadId lead, String name) {
    return leads.find(lead).isEmpty() ? null : facts.get(name).apply(lead);
  }

  private Lead lead(LeadId id) {
    return leads.get(id);
  }

  private String score(LeadId id) {
    Score score = scoring.of(id);
    return Math.round(score.engagement()) + " · " + score.temperature() + " · " + score.reason();
  }
}
