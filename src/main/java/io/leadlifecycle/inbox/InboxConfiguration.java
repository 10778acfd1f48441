package io.leadlifecycle.inbox;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Returns;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Without {@code leads.inbox.host} nobody reads. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnExpression("!'${leads.inbox.host:}'.isBlank()")
class InboxConfiguration {

  @Bean("inboxHealthIndicator")
  InboxHealth inboxHealth(Clock clock) {
    return new InboxHealth(clock);
  }

  @Bean
  Inbox inbox(
      InboxSettings settings,
      Consent consent,
      Leads leads,
      Mails mails,
      Returns returns,
      InboxHealth health,
      MeterRegistry meters) {
    Secretary secretary = new Secretary(consent, leads, mails, returns, settings);
    return new Inbox(new Mailbox(settings), secretary, health, meters);
  }

  @Bean
  Trigger inboxTrigger(Inbox inbox) {
    return new Trigger(inbox);
  }

  record Trigger(Inbox inbox) {

    @Scheduled(fixedDelayString = "${leads.inbox.every:PT1M}")
    void read() {
      inbox.read();
    }
  }
}
