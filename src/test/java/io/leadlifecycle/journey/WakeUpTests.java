package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.LeadLifecycle;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts reach the lead's process by threads of their own, late if need be. */
@SpringBootTest(
    classes = LeadLifecycle.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:wake-ups;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=1000",
      "camunda.bpm.job-execution.enabled=false",
      "leads.mail.dispatch-automatically=false",
      "leads.public-address=http://localhost:8080"
    })
class WakeUpTests extends JourneyScenario {

  private static final Duration BEYOND_PATIENCE = Duration.ofSeconds(11);

  @Autowired private WakeUps wakeUps;
  @Autowired private Reminder reminder;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void reachAProcessThatWaits() {
    LeadId lead = researched();

    asksElsewhereForADemo(lead);
    wakeUps.settle();

    assertThat(untold()).isZero();
    assertThat(tasks(lead)).isEmpty();
    doWhatIsDue();
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
  }

  @Test
  void reachAProcessThatWasBusyTheFirstTime() {
    LeadId lead = researched();

    whileBusy(lead, () -> {
      asksElsewhereForADemo(lead);
      wakeUps.settle();
    });
    assertThat(untold()).isOne();
    assertThat(tasks(lead)).extracting("taskDefinitionKey").containsExactly("Activity_EnrichLead");

    ClockUtil.setCurrentTime(Date.from(clock.instant().plus(BEYOND_PATIENCE)));
    reminder.remind();
    wakeUps.settle();

    assertThat(untold()).isZero();
    doWhatIsDue();
    assertThat(stage(lead)).isEqualTo(Stage.CALLING);
  }

  /** Somebody holds the process, longer than a wake-up waits for it, and in the end leaves it as it was. */
  private void whileBusy(LeadId lead, Runnable deed) {
    transaction.executeWithoutResult(busy -> {
      running(lead).forEach(process -> runtime.suspendProcessInstanceById(process.getId()));
      deed.run();
      busy.setRollbackOnly();
    });
  }

  /** By a thread that has nothing to do with the caller's transaction. */
  private void asksElsewhereForADemo(LeadId lead) {
    CompletableFuture.runAsync(() -> reads(lead, "demo")).join();
  }

  private long untold() {
    return jdbc.sql("select count(*) from event_publication").query(Long.class).single();
  }
}
