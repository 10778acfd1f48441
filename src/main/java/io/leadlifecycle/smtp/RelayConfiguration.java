package io.leadlifecycle.smtp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
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

  @Bean
  MeterBinder smtpConnections(SmtpRelay relay) {
    return meters -> {
      Gauge.builder("leads.smtp.connections.active", relay, SmtpRelay::connectionsInUse)
          .description("Connections to the mail server that a mail is on")
          .register(meters);
      Gauge.builder("leads.smtp.connections.max", relay, SmtpRelay::connections)
          .description("Connections to the mail server that this node may have")
          .register(meters);
    };
  }
}
