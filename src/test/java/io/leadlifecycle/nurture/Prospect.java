package io.leadlifecycle.nurture;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.NewActivity;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.SecretPages;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody new who agreed to mails, and whose process we are. */
final class Prospect {

  private final TestModules modules;
  final Nurture nurture;
  final LeadId lead;

  Prospect(TestModules modules) {
    this.modules = modules;
    nurture = modules.get(Nurture.class);
    lead = modules.lead();
    modules.get(Leads.class).begin(lead);
    modules.get(JdbcClient.class)
        .sql("insert into consent (lead_id, state, allowed_by, given_at) values (?, 'GIVEN', 'lead:1', ?)")
        .params(lead.value(), now().atOffset(ZoneOffset.UTC))
        .update();
  }

  Instant now() {
    return modules.clock().instant();
  }

  void ends() {
    modules.get(Leads.class).leave(lead);
  }

  void reads(String offer) {
    String key = UUID.randomUUID().toString();
    modules.get(Activities.class)
        .record(lead, new NewActivity(key, ActivityKind.DOWNLOAD, offer, null, null, null));
  }

  void entersStage(Stage stage) {
    modules.get(Leads.class).enter(lead, stage);
  }

  void wantsNothingOn(String topic) {
    modules.get(Preferences.class)
        .set(modules.get(Leads.class).get(lead), new Wishes(null, Set.of(topic), null));
  }

  void wantsAll() {
    modules.get(Preferences.class).set(modules.get(Leads.class).get(lead), Wishes.NONE);
  }

  /** On a topic that the playbook has no more. */
  void wantedNothingOn(String topic) {
    modules.get(UnwantedTopicTable.class).set(lead, Set.of(topic), Set.of(topic));
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

  MockMvc web() {
    return modules.web(PreferenceController.class, SecretPages.class);
  }

  /** The path of the link in the lead's mails. */
  String preferencePage() {
    return URI.create(modules.get(Consent.class).preferencesLink(lead)).getPath();
  }

  Wishes wishes() {
    return modules.get(Preferences.class).of(modules.get(Leads.class).get(lead));
  }

  void passes(Duration time) {
    modules.clock().tick(time);
  }

  List<MailEntry> mails() {
    return modules.get(Mails.class).of(lead.toString());
  }

  /** As if the dispatcher had got so far with the mail. */
  void becomes(String mail, MailState state) {
    modules.get(JdbcClient.class)
        .sql("update mail_ledger set state = ? where reference = ? and template = ?")
        .params(state.name(), lead.toString(), mail)
        .update();
  }

  MailEntry mail(String template) {
    return mails().stream().filter(mail -> mail.template().equals(template)).findFirst().orElseThrow();
  }

  void dispatches() {
    modules.get(Mails.class).dispatch();
  }

  /** What the ledger says of the mails that were left out, by their names. */
  Map<String, String> leftOut() {
    return mails().stream()
        .filter(mail -> mail.state() == MailState.SKIPPED)
        .collect(Collectors.toMap(MailEntry::template, MailEntry::reason));
  }

  /** Of this lead only. */
  <T> List<T> heard(Class<T> fact) {
    return modules.published(fact).stream()
        .filter(event -> event.toString().contains(lead.toString()))
        .toList();
  }

  @Override
  public String toString() {
    return modules.toString();
  }
}
