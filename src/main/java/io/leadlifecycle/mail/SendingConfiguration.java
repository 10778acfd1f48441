package io.leadlifecycle.mail;

import io.leadlifecycle.mail.Checkpoints.Moment;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the program, waves are counted at the checkpoints, and nothing else happens. */
@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

  @Bean
  Checkpoints checkpoints(MeterRegistry meters) {
    Counter waves = Counter.builder("leads.mails.waves")
        .description("Waves of mails that this node took to the mail server")
        .register(meters);
    return moment -> {
      if (moment == Moment.SETTLED) {
        waves.increment();
      }
    };
  }
}
