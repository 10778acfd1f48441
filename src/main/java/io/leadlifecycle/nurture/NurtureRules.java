package io.leadlifecycle.nurture;

import io.leadlifecycle.playbook.Decisions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules that the settings and the playbook give. */
@Configuration(proxyBeanMethods = false)
class NurtureRules {

  @Bean
  Planner planner(NurtureSettings settings, Decisions decisions) {
    return new Planner(settings.sendHours(), new MailPriority(decisions));
  }
}
