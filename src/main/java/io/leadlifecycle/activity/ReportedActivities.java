package io.leadlifecycle.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadlifecycle.activity.InvalidActivities.FieldFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What another system reports in one request. Reading throws {@link InvalidActivities}, naming every field that is
 * wrong.
 *
 * @param latest instants after this one are in the future
 */
record ReportedActivities(JsonNode body, Offers offers, Instant latest) {

  private static final int MOST = 1000;

  /** One activity or a list of them. */
  List<NewActivity> ofOneLead() {
    List<FieldFault> faults = new ArrayList<>();
    List<ReportedActivity> reported =
        body.isArray() ? each(false, faults) : List.of(new ReportedActivity(body, "", false, faults::add));
    List<NewActivity> read = reported.stream().flatMap(one -> one.read(offers, latest).stream()).toList();
    refuse(faults);
    return read;
  }

  /** A list of activities that say whose they are. */
  List<Deed> ofSeveralLeads() {
    if (!body.isArray() || body.isEmpty()) {
      throw new InvalidActivities(List.of(new FieldFault("", "is no list of activities")));
    }
    List<FieldFault> faults = new ArrayList<>();
    List<Deed> read = each(true, faults).stream().flatMap(one -> one.deed(offers, latest).stream()).toList();
    refuse(faults);
    return read;
  }

  private List<ReportedActivity> each(boolean namesLead, List<FieldFault> faults) {
    if (body.size() > MOST) {
      throw new InvalidActivities(List.of(new FieldFault("", "holds more than " + MOST + " activities")));
    }
    return IntStream.range(0, body.size())
        .mapToObj(i -> new ReportedActivity(body.get(i), "[" + i + "]", namesLead, faults::add))
        .toList();
  }

  private static void refuse(List<FieldFault> faults) {
    if (!faults.isEmpty()) {
      throw new InvalidActivities(faults);
    }
  }
}
