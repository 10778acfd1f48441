package io.leadlifecycle.scoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.playbook.Decisions;
import io.leadlifecycle.scoring.Score.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Points for what a lead did: by the table {@code activity-points}, halved with each half-life, and no more
 * for a kind of activity than the table's cap, so that nobody becomes a buyer by doing one thing often.
 */
record Engagement(Decisions decisions, HalfLife halfLife) {

  List<Part> parts(List<Activity> done, Instant now) {
    Map<ActivityKind, Double> added = new EnumMap<>(ActivityKind.class);
    List<Part> parts = new ArrayList<>();
    done.stream().collect(groupingBy(ActivityGroup::of, TreeMap::new, toList())).forEach((group, alike) -> {
      Part part = part(group, alike, added.getOrDefault(group.kind(), 0.0), now);
      added.merge(group.kind(), part.points(), Double::sum);
      parts.add(part);
    });
    return parts;
  }

  /** @param added what the kind has added already */
  private Part part(ActivityGroup group, List<Activity> alike, double added, Instant now) {
    Row row = Row.of(decisions, "activity-points", group.facts(alike.size()));
    double earned = row.number("points") * weight(row.text("per"), alike, now);
    double room = Math.max(0, row.number("cap") - added);
    return new Part(group.label(), alike.size(), toOneDecimal(Math.min(earned, room)), earned > room);
  }

  /** Points for each activity fade one by one; points for all together fade from the latest on. */
  private double weight(String per, List<Activity> alike, Instant now) {
    var left = alike.stream().mapToDouble(activity -> halfLife.left(Duration.between(activity.at(), now)));
    return switch (per) {
      case "EACH" -> left.sum();
      case "TOGETHER" -> left.max().orElse(0);
      default -> throw new IllegalStateException("Decision activity-points gives " + per + " as per");
    };
  }

  /** A threshold of 20 is reached by two downloads of 10, even if one of them is an hour old. */
  static double toOneDecimal(double points) {
    return Math.round(points * 10) / 10.0;
  }
}
