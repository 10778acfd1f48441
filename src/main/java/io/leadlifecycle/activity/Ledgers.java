package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that some leads did, while more is added to it. */
final class Ledgers {

  private final Map<LeadId, List<Activity>> ledgers = new HashMap<>();
  private final Set<Key> known = new HashSet<>();
  private final List<Activity> added = new ArrayList<>();

  private record Key(LeadId lead, String key) {}

  /** @param recorded oldest first */
  Ledgers(List<Activity> recorded) {
    recorded.forEach(this::note);
  }

  boolean lack(LeadId lead, String key) {
    return !known.contains(new Key(lead, key));
  }

  void add(Activity activity) {
    note(activity);
    added.add(activity);
  }

  /** In the order in which it was added. */
  List<Activity> added() {
    return added;
  }

  /** All that each of the leads did of which something was added, oldest first. */
  Map<LeadId, List<Activity>> grown() {
    Map<LeadId, List<Activity>> grown = new LinkedHashMap<>();
    added.forEach(activity -> grown.computeIfAbsent(activity.lead(), this::inOrder));
    return grown;
  }

  private List<Activity> inOrder(LeadId lead) {
    return ledgers.get(lead).stream().sorted(Comparator.comparing(Activity::at)).toList();
  }

  private void note(Activity activity) {
    ledgers.computeIfAbsent(activity.lead(), lead -> new ArrayList<>()).add(activity);
    known.add(new Key(activity.lead(), activity.key()));
  }
}
