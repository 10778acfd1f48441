package io.leadlifecycle.console;

import static io.leadlifecycle.console.Wording.label;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.handover.Call;
import io.leadlifecycle.mail.MailEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a lead, in one list. */
final class Timeline {

  private final Dossier dossier;
  private final List<Entry> entries = new ArrayList<>();

  private Timeline(Dossier dossier) {
    this.dossier = dossier;
  }

  /** Newest first. */
  static List<Entry> of(Dossier dossier) {
    return new Timeline(dossier).entries();
  }

  /**
   * @param code for programs: the stage, the kind of activity, the outcome of a call, a mail's template
   * @param text for people
   */
  record Entry(Instant at, Kind kind, String code, String text, @Nullable String detail) {}

  enum Kind {
    STAGE,
    ACTIVITY,
    CONSENT,
    MAIL,
    CALL
  }

  private List<Entry> entries() {
    dossier.path().forEach(to -> add(to.at(), Kind.STAGE, to.stage().name(), label(to.stage()), null));
    dossier.activities().forEach(this::add);
    add(dossier.consent());
    dossier.mails().forEach(this::add);
    dossier.calls().forEach(this::add);
    // At the same instant the one added later counts as newer: first the stage, then what happens in it.
    entries.sort(Comparator.comparing(Entry::at));
    Collections.reverse(entries);
    return entries;
  }

  private void add(Activity activity) {
    String title = activity.offer() == null ? null : dossier.titles().get(activity.offer());
    String detail = title == null ? activity.detail() : title;
    add(activity.at(), Kind.ACTIVITY, activity.kind().name(), label(activity.kind()), detail);
  }

  private void add(ConsentProof consent) {
    add(consent.requestedAt(), Kind.CONSENT, "REQUESTED", "Asked for mails", null);
    add(consent.givenAt(), Kind.CONSENT, "GIVEN", "Agreed to mails", null);
    add(consent.withdrawnAt(), Kind.CONSENT, "WITHDRAWN", "Wants no more mails", by(consent.withdrawnBy()));
  }

  private void add(MailEntry mail) {
    if (mail.state().countsAsSent()) {
      add(mail.sentAt(), Kind.MAIL, mail.template(), label(mail.state()), mail.subject());
    }
  }

  private void add(Call call) {
    String rep = call.rep() == null ? "any rep of " + call.team() : call.rep();
    add(call.handedOverAt(), Kind.CALL, "HANDED_OVER", "Handed over", "to " + rep);
    add(call.escalatedAt(), Kind.CALL, "ESCALATED", "Call overdue", null);
    if (call.outcome() != null) {
      add(call.closedAt(), Kind.CALL, call.outcome().name(), "Called: " + label(call.outcome()), call.note());
    }
  }

  private void add(@Nullable Instant at, Kind kind, String code, String text, @Nullable String detail) {
    if (at != null) {
      entries.add(new Entry(at, kind, code, text, detail));
    }
  }

  private static @Nullable String by(@Nullable String who) {
    return who == null ? null : "by " + who;
  }
}
