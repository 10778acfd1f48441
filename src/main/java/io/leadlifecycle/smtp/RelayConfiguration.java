package io.leadlifecycle.smtp;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which server takes the mails: in the sandbox our own, up before the first mail and down after the last. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

  @Bean(initMethod = "start", destroyMethod = "stop")
  @ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
  SandboxMailServer sandboxMailServer(SandboxInbox inbox, Clock clock) {
    return new SandboxMailServer(inbox, clock);
  }

  @Bean(destroyMethod = "close")
  SmtpRelay smtpRelay(RelaySettings settings, RelayHealth health, ObjectProvider<SandboxMailServer> sandbox) {
    SandboxMailServer own = sandbox.getIfAvailable();
    return new SmtpRelay(own == null ? settings : settings.onLoopback(own.port()), health);
  }
}
