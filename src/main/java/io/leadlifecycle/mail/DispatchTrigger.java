package io.leadlifecycle.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends what is due, four times a second; {@code leads.mail.dispatch-automatically} is off where tests say when. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(
    name = "leads.mail.dispatch-automatically", havingValue = "true", matchIfMissing = true)
class DispatchTrigger {

  private final Mails mails;

  DispatchTrigger(Mails mails) {
    this.mails = mails;
  }

  @Scheduled(fixedDelayString = "PT0.25S")
  void dispatch() {
    mails.dispatch();
  }
}
