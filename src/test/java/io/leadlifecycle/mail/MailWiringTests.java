package io.leadlifecycle.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import io.leadlifecycle.letter.Templates;
import io.leadlifecycle.playbook.Playbook;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMailServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

class MailWiringTests {

  private final ApplicationContextRunner program = new ApplicationContextRunner()
      .withUserConfiguration(MailModule.class)
      .withConfiguration(AutoConfigurations.of(
          JdbcTemplateAutoConfiguration.class,
          JdbcClientAutoConfiguration.class,
          DataSourceTransactionManagerAutoConfiguration.class,
          TransactionAutoConfiguration.class))
      .withBean(DataSource.class, TestDatabases::h2)
      .withBean(Clock.class, TickingClock::new)
      .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
      .withBean(Playbook.class, () -> Templates.PLAYBOOK);

  @Configuration
  @ComponentScan({"io.leadlifecycle.mail", "io.leadlifecycle.letter", "io.leadlifecycle.smtp", "io.leadlifecycle.calendar"})
  @ConfigurationPropertiesScan("io.leadlifecycle")
  static class MailModule {}

  @Test
  void catchesAllMailsInTheSandbox() {
    program.withPropertyValues("leads.mail.dispatch-automatically=false").run(context -> {
      Mails mails = context.getBean(Mails.class);
      mails.post(MailScenario.nurture("n:1"));
      mails.dispatch();

      assertThat(context.getBean(SandboxInbox.class).mails()).hasSize(1);
      assertThat(context).doesNotHaveBean(DispatchTrigger.class);
    });
  }

  @Test
  void usesTheRelayOutsideTheSandbox() {
    try (MailScenario relay = MailScenario.on(TestDatabases.h2())) {
      program
          .withPropertyValues(
              "leads.sandbox=false",
              "leads.mail.dispatch-automatically=false",
              "leads.mail.relay.host=127.0.0.1",
              "leads.mail.relay.port=" + relay.port())
          .run(context -> {
            assertThat(context).doesNotHaveBean(SandboxInbox.class).doesNotHaveBean(SandboxMailServer.class);
            Mails mails = context.getBean(Mails.class);
            mails.post(MailScenario.nurture("n:1"));
            mails.dispatch();
            assertThat(relay.received()).hasSize(1);
          });
    }
  }

  @Test
  void dispatchesByItself() {
    program.run(context -> {
      assertThat(context).hasSingleBean(DispatchTrigger.class);
      assertThat(context.getBean(ScheduledAnnotationBeanPostProcessor.class)
          .getScheduledTasks()).hasSize(1);
    });
  }
}
