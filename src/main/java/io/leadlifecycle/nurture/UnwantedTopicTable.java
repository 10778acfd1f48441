package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.LeadIds;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** On which topics a lead wants no mails. Who writes holds the lead. */
@Component
class UnwantedTopicTable {

  private final JdbcClient jdbc;

  UnwantedTopicTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> of(LeadId lead) {
    return of(Set.of(lead)).getOrDefault(lead, Set.of());
  }

  /** Of those leads that have any. */
  Map<LeadId, Set<String>> of(Collection<LeadId> leads) {
    Map<LeadId, Set<String>> topics = new HashMap<>();
    jdbc.sql("select * from nurture_topic_unwanted where lead_id = any(?)")
        .param(LeadIds.of(leads))
        .query(row -> {
          LeadId lead = new LeadId(row.getObject("lead_id", UUID.class));
          topics.computeIfAbsent(lead, key -> new HashSet<>()).add(row.getString("topic"));
        });
    return topics;
  }

  void delete(LeadId lead) {
    jdbc.sql("delete from nurture_topic_unwanted where lead_id = ?").param(lead.value()).update();
  }

  /** Of the topics that were shown, these and no others. What the lead said of other topics stays. */
  void set(LeadId lead, Set<String> shown, Set<String> unwanted) {
    shown.forEach(topic -> jdbc.sql("delete from nurture_topic_unwanted where lead_id = ? and topic = ?")
        .params(lead.value(), topic)
        .update());
    unwanted.forEach(topic -> jdbc.sql("insert into nurture_topic_unwanted (lead_id, topic) values (?, ?)")
        .params(lead.value(), topic)
        .update());
  }
}
