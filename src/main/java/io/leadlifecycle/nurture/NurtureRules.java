package io.leadlifecycle.nurture;

import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.playbook.Decisions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules that the calendar and the playbook give. */
@Configuration(proxyBeanMethods = false)
class NurtureRules {

  @Bean
  Planner planner(SendCalendar calendar, Decisions decisions) {
    return new Planner(calendar, new MailPriority(decisions));
  }
}
