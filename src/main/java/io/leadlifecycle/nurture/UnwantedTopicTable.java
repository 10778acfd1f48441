package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;
import java.util.Set;
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
    return jdbc.sql("select topic from nurture_topic_unwanted where lead_id = ?")
        .param(lead.value())
        .query(String.class)
        .set();
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
