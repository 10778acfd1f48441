package io.leadlifecycle.console;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.enrichment.Findings;
import io.leadlifecycle.handover.Call;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.StageChange;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.nurture.LeftOutMail;
import io.leadlifecycle.nurture.PlannedMail;
import io.leadlifecycle.scoring.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All we know about one lead.
 *
 * @param plan mails to come, the next one first; empty unless the lead is being nurtured
 * @param leftOut mails that are passed over as things stand; the ledger tells of those that are so for good
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
    List<LeftOutMail> leftOut,
    List<Call> calls,
    Map<String, String> titles) {

  /** The call that a rep has yet to make. */
  public @Nullable Call openCall() {
    return calls.stream().filter(call -> call.outcome() == null).findFirst().orElse(null);
  }

  Optional<Instant> nextMailAt() {
    return plan.stream().map(PlannedMail::at).findFirst();
  }
}
