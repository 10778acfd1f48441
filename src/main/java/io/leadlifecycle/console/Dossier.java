package io.leadlifecycle.console;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.enrichment.Findings;
import io.leadlifecycle.handover.Call;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.StageChange;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.nurture.PlannedMail;
import io.leadlifecycle.scoring.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All we know about one lead.
 *
 * @param plan mails to come, the next one first; empty unless the lead is being nurtured
 * @param titles of the offers that it used, by key
 */
record Dossier(
    Lead lead,
    Score score,
    ConsentProof consent,
    Findings findings,
    List<StageChange> path,
    List<Activity> activities,
    List<MailEntry> mails,
    List<PlannedMail> plan,
    List<Call> calls,
    Map<String, String> titles) {

  Optional<Instant> nextMailAt() {
    return plan.stream().map(PlannedMail::at).findFirst();
  }
}
