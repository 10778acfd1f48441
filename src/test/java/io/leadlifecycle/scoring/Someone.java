package io.leadlifecycle.scoring;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.playbook.Decisions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A lead of a test, with what it did. */
final class Someone {

  static final Instant NOW = Instant.parse("2025-06-02T10:00:00Z");

  private final LeadId id = LeadId.next();
  private final List<Activity> done = new ArrayList<>();
  private @Nullable Fit fit;
  private @Nullable String role;
  private @Nullable Instant settledAt;

  static Someone who() {
    return new Someone();
  }

  Someone is(Fit fit) {
    this.fit = fit;
    return this;
  }

  Someone worksAs(String role) {
    this.role = role;
    return this;
  }

  Someone wasCalled(Duration ago) {
    settledAt = NOW.minus(ago);
    return this;
  }

  Someone did(int times, ActivityKind kind, @Nullable ContentStage stage, Duration ago) {
    for (int i = 0; i < times; i++) {
      done.add(new Activity(id, kind + " " + done.size(), kind, null, stage, null, NOW.minus(ago)));
    }
    return this;
  }

  Someone did(int times, ActivityKind kind, @Nullable ContentStage stage) {
    return did(times, kind, stage, Duration.ZERO);
  }

  Score score(Decisions decisions, String halfLife) {
    ScoringSettings settings = new ScoringSettings(halfLife, Duration.ofDays(30));
    return new ScoreFormula(decisions, settings).score(lead(), done, settledAt, NOW);
  }

  private Lead lead() {
    Contact contact = new Contact(
        new EmailAddress("erika@bau.example"), null, null, null, null, null, role, null, null, null, null,
        null, Locale.GERMAN, ZoneId.of("Europe/Berlin"), null);
    return new Lead(id, contact, Stage.CAPTURED, NOW, fit, null, null, false, NOW);
  }
}
