package io.leadlifecycle.scoring;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.playbook.Decisions;
import io.leadlifecycle.scoring.Score.Part;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a score comes about: from who the lead is, what it did, when it was called, and the time. */
@Component
class ScoreFormula {

  private final Decisions decisions;
  private final ScoringSettings settings;
  private final Engagement engagement;

  ScoreFormula(Decisions decisions, ScoringSettings settings) {
    this.decisions = decisions;
    this.settings = settings;
    engagement = new Engagement(decisions, settings.fading());
  }

  /** @param settledAt when a rep called last; null if never */
  Score score(Lead lead, List<Activity> done, @Nullable Instant settledAt, Instant now) {
    List<Part> parts = engagement.parts(done, now);
    double points = Engagement.toOneDecimal(parts.stream().mapToDouble(Part::points).sum());
    Row role = Row.of(decisions, "role-points", role(lead));
    int fitPoints = (int) role.number("points");
    Map<String, Object> facts = new HashMap<>();
    facts.put("fit", lead.fit() == null ? null : lead.fit().name());
    facts.put("engagement", points);
    facts.put("fitPoints", fitPoints);
    facts.put("buyingSignal", done.stream().anyMatch(activity -> isUnansweredRequest(activity, settledAt)));
    facts.put("coolingOff", settings.isCoolingOff(settledAt, now));
    Row verdict = Row.of(decisions, "temperature", facts);
    Temperature temperature = Temperature.valueOf(verdict.text("temperature"));
    return new Score(points, fitPoints, role.text("reason"), temperature, verdict.text("reason"), parts, now);
  }

  /** Low chance and unclear have bands of their own below good fit, which no activity lifts a lead out of. */
  static int priority(@Nullable Fit fit, Score score) {
    int points = (int) Math.max(0, Math.round(score.engagement() + score.fitPoints()));
    if (fit == null || fit == Fit.UNCLEAR) {
      return 25 + Math.min(24, points);
    }
    return switch (fit) {
      case GOOD_FIT -> 50 + Math.min(49, points);
      case LOW_CHANCE -> Math.min(24, points);
      default -> 0;
    };
  }

  private static boolean isUnansweredRequest(Activity activity, @Nullable Instant settledAt) {
    return activity.kind().asksForContact() && (settledAt == null || activity.at().isAfter(settledAt));
  }

  private static Map<String, Object> role(Lead lead) {
    String role = lead.contact().role();
    Map<String, Object> facts = new HashMap<>();
    facts.put("role", role == null ? null : role.toLowerCase(Locale.ROOT));
    return facts;
  }
}
