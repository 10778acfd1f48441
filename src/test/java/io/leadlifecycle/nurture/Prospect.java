package io.leadlifecycle.nurture;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.Mails;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody new who agreed to mails, and whose process we are. */
final class Prospect {

  private final TestModules modules;
  final Nurture nurture;
  final LeadId lead;

  Prospect(TestModules modules) {
    this.modules = modules;
    nurture = modules.get(Nurture.class);
    lead = modules.lead();
    modules.get(JdbcClient.class)
        .sql("insert into consent (lead_id, state, given_at) values (?, 'GIVEN', ?)")
        .params(lead.value(), now().atOffset(ZoneOffset.UTC))
        .update();
  }

  Instant now() {
    return modules.clock().instant();
  }

  void reads(String offer) {
    modules.get(Activities.class)
        .record(lead, new NewActivity(UUID.randomUUID().toString(), ActivityKind.DOWNLOAD, offer, null, null, null));
  }

  void entersStage(Stage stage) {
    modules.get(Leads.class).enter(lead, stage);
  }

  void takesBackConsent() {
    modules.get(JdbcClient.class)
        .sql("update consent set state = 'WITHDRAWN' where lead_id = ?")
        .param(lead.value())
        .update();
  }

  /** What the timer and the task behind it do. */
  String nextMail() {
    Date due = nurture.nextMailAt(lead);
    passes(Duration.between(now(), due.toInstant()));
    String answer = nurture.sendNext(lead);
    modules.get(Mails.class).dispatch();
    return answer;
  }

  void passes(Duration time) {
    modules.clock().tick(time);
  }

  List<MailEntry> mails() {
    return modules.get(Mails.class).of(lead.toString());
  }

  /** Of this lead only. */
  <T> List<T> heard(Class<T> fact) {
    return modules.published(fact).stream().filter(event -> event.toString().contains(lead.toString())).toList();
  }

  @Override
  public String toString() {
    return modules.toString();
  }
}
