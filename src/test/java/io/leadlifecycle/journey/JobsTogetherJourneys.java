package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.nurture.PlannedMail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** With a cap that lets a lead have mails of several sequences in one day. */
@TestPropertySource(properties = "leads.mail.cap=5 per P1D")
abstract class JobsTogetherJourneys extends JourneyScenario {

  @Autowired JdbcClient jdbc;

  private final JobsTogether executor = new JobsTogether(50, leads -> nurture.readAhead(leads)) {
    @Override
    protected void startExecutingJobs() {
      // The test looks for due jobs itself.
    }

    @Override
    protected void stopExecutingJobs() {
      // as above
    }
  };

  private ProcessEngineConfigurationImpl settings;

  @BeforeEach
  void takeOver() {
    settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    settings.setJobExecutor(executor);
    executor.registerProcessEngine((ProcessEngineImpl) engine);
    executor.start();
    executor.shutdown(); // as the program may, and start again
    executor.start();
  }

  @AfterEach
  void giveBack() {
    executor.shutdown();
  }

  @Test
  void letsManyLeadsGoOnAsOneByOneTheyWould() {
    List<LeadId> leads = leads(5);
    List<List<PlannedMail>> announced = leads.stream().map(nurture::plan).toList();
    letFallDue(leads);

    double alone = oneByOne();
    assertThat(workOff()).isEqualTo(1);
    assertThat(oneByOne()).as("done together").isEqualTo(alone);

    for (int n = 0; n < leads.size(); n++) {
      assertThat(nurtureMails(leads.get(n))).extracting(MailEntry::template)
          .containsExactly(announced.get(n).get(0).template());
      assertThat(timer(leads.get(n)).getDuedate()).isEqualTo(nurture.nextMailAt(leads.get(n)));
      assertThat(timer(leads.get(n)).getDuedate()).isAfter(Date.from(clock.instant()));
    }
  }

  @Test
  void lingersOverNobodyIfOneFails() {
    List<LeadId> leads = leads(3);
    LeadId broken = leads.get(1);
    String process = running(broken).get(0).getId();
    letFallDue(leads);
    be(process, LeadId.next());

    double alone = oneByOne();
    workOff();
    assertThat(oneByOne()).isEqualTo(alone + leads.size());

    Stream.of(leads.get(0), leads.get(2)).forEach(lead ->
        assertThat(nurtureMails(lead)).extracting(MailEntry::state).containsExactly(MailState.PENDING));
    assertThat(nurtureMails(broken)).isEmpty();
    assertThat(timer(process).getRetries()).isLessThan(4);
    assertThat(timer(process).getDuedate()).isAfter(Date.from(clock.instant()));

    be(process, broken);
    setClockTo(timer(process).getDuedate().toInstant());
    workOff();
    assertThat(nurtureMails(broken)).hasSize(1);
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  /** As an operator may write one. */
  @Test
  void areForTheirOwnLeadWhateverAVariableSays() {
    List<LeadId> leads = leads(2);
    letFallDue(leads);
    runtime.setVariable(running(leads.get(0)).get(0).getId(), "lead", leads.get(1).toString());

    workOff();

    assertThat(leads).allSatisfy(lead -> assertThat(nurtureMails(lead)).hasSize(1));
  }

  @Test
  void goesOnWithTheOthersIfALeadIsGone() {
    List<LeadId> leads = leads(3);
    letFallDue(leads);
    AcquiredJobs due = take();
    runtime.deleteProcessInstance(running(leads.get(1)).get(0).getId(), "by an operator");

    workOff(due);

    Stream.of(leads.get(0), leads.get(2)).forEach(lead -> assertThat(nurtureMails(lead)).hasSize(1));
    assertThat(nurtureMails(leads.get(1))).isEmpty();
  }

  @Test
  void doesEachByItselfAlsoAfterAnError() {
    List<LeadId> leads = leads(2);
    letFallDue(leads);
    Consumer<Collection<LeadId>> overflowing = ahead -> {
      throw new StackOverflowError();
    };

    take().getJobIdBatches().forEach(jobs -> new DueJobs(jobs, (ProcessEngineImpl) engine, overflowing).run());

    assertThat(leads).allSatisfy(lead -> assertThat(nurtureMails(lead)).hasSize(1));
  }

  /** Which shows only when all that was done together is written. */
  @Test
  void doesEachByItselfIfSomebodyElseHadAHandInOneMeanwhile() {
    List<LeadId> leads = leads(2);
    letFallDue(leads);
    Consumer<Collection<LeadId>> meanwhile = ahead -> CompletableFuture.runAsync(() -> touch(timer(leads.get(0)))).join();

    double alone = oneByOne();
    take().getJobIdBatches().forEach(jobs -> new DueJobs(jobs, (ProcessEngineImpl) engine, meanwhile).run());

    assertThat(oneByOne()).isEqualTo(alone + leads.size());
    assertThat(leads).allSatisfy(lead -> {
      assertThat(nurtureMails(lead)).hasSize(1);
      assertThat(timer(lead).getDuedate()).isAfter(Date.from(clock.instant()));
    });
    assertThat(runtime.createIncidentQuery().count()).isZero();
  }

  @Test
  void countsTheJobsForWhichNoThreadIsFree() {
    executor.setTaskExecutor(full -> {
      throw new TaskRejectedException("All threads are at work");
    });
    executor.setRejectedJobsHandler((jobs, engine, of) -> {});
    double before = count("leads.jobs.rejected");

    executor.executeJobs(List.of("one", "another"), (ProcessEngineImpl) engine);

    assertThat(count("leads.jobs.rejected")).isEqualTo(before + 2);
  }

  /** It is locked for this node as soon as it is there: nobody else would do it for minutes. */
  @Test
  void doesAtOnceWhatFollowsAtOnce() {
    List<LeadId> leads = leads(2);
    reads(leads.get(0), otherStarter());
    letFallDue(leads);

    workOff();

    assertThat(nurtureMails(leads.get(0))).as("of two sequences").hasSize(2);
    assertThat(nurtureMails(leads.get(1))).hasSize(1);
  }

  /** The next mail of each. */
  void letFallDue(List<LeadId> leads) {
    setClockTo(leads.stream().map(lead -> nurture.plan(lead).get(0).at()).max(Instant::compareTo).orElseThrow());
  }

  /** @return how many times jobs were handed to a thread */
  int workOff() {
    return workOff(take());
  }

  private AcquiredJobs take() {
    return settings.getCommandExecutorTxRequired().execute(executor.getAcquireJobsCmd(100));
  }

  private int workOff(AcquiredJobs due) {
    due.getJobIdBatches()
        .forEach(jobs -> executor.getExecuteJobsRunnable(jobs, (ProcessEngineImpl) engine).run());
    return due.getJobIdBatches().size();
  }

  private static double oneByOne() {
    return count("leads.jobs.one.by.one");
  }

  private static double count(String name) {
    return Metrics.globalRegistry.find(name).counters().stream().mapToDouble(Counter::count).sum();
  }

  /** Another version of the same row. */
  private void touch(Job job) {
    engine.getManagementService().setJobRetries(job.getId(), job.getRetries() + 1);
  }

  List<LeadId> leads(int count) {
    return Stream.generate(() -> nurtured("ebook-process-automation")).limit(count).toList();
  }

  /** Makes the process that of another lead. */
  private void be(String process, LeadId lead) {
    jdbc.sql("update act_ru_execution set business_key_ = ? where id_ = ?").params(lead.toString(), process).update();
  }

  private Job timer(LeadId lead) {
    return timer(running(lead).get(0).getId());
  }

  private Job timer(String process) {
    return engine.getManagementService().createJobQuery().processInstanceId(process).singleResult();
  }

  private static void setClockTo(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant));
  }
}
