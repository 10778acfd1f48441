package io.leadlifecycle.bench;

import io.leadlifecycle.journey.EngineTuning;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The engine alone, with one process: a timer, a step, a question, and the next timer a day ahead. */
record BareEngine(DataSource database, ProcessEngine engine, JobExecutor jobs, BareLoop loop) {

  static final String PROCESS = "bare";

  /** As ours is in the program's settings, but for how many jobs it takes at a time: with 100, it is no quicker. */
  static BareEngine tuned(DataSource database, BareStep step) {
    SpringJobExecutor jobs = jobs(8, 8, 32);
    jobs.setMaxJobsPerAcquisition(16);
    jobs.setWaitTimeInMillis(500);
    jobs.setMaxWait(2_000);
    jobs.setBackoffTimeInMillis(25);
    jobs.setMaxBackoff(400);
    SpringProcessEngineConfiguration engine = configuration(database, jobs);
    EngineTuning.keepOnlyReadableHistory(engine);
    engine.setEnsureJobDueDateNotNull(true);
    engine.setJobExecutorAcquireByDueDate(true);
    engine.setMetricsEnabled(false);
    BareEngine bare = build(engine, step);
    EngineTuning.layIndexes(database);
    return bare;
  }

  /** As it is where the Spring Boot starter has been told nothing. */
  static BareEngine starter(DataSource database, BareStep step) {
    SpringProcessEngineConfiguration engine = configuration(database, jobs(3, 10, 3));
    engine.setHistory("full");
    return build(engine, step);
  }

  private static SpringJobExecutor jobs(int threads, int mostThreads, int queue) {
    ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
    pool.setCorePoolSize(threads);
    pool.setMaxPoolSize(mostThreads);
    pool.setQueueCapacity(queue);
    pool.initialize();
    SpringJobExecutor jobs = new SpringJobExecutor();
    jobs.setTaskExecutor(pool);
    jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
    return jobs;
  }

  private static SpringProcessEngineConfiguration configuration(DataSource database, JobExecutor jobs) {
    SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
    engine.setDataSource(database);
    engine.setTransactionManager(new DataSourceTransactionManager(database));
    engine.setDatabaseSchemaUpdate("true");
    engine.setJobExecutorActivate(false);
    engine.setJobExecutor(jobs);
    // As the starter does. For ids of its own the engine takes second connections, and ten threads starve.
    engine.setIdGenerator(new StrongUuidGenerator());
    return engine;
  }

  private static BareEngine build(ProcessEngineConfigurationImpl configuration, BareStep step) {
    BareLoop loop = new BareLoop(step);
    configuration.setBeans(Map.of("loop", loop));
    ProcessEngine engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addModelInstance("bare.bpmn", model()).deploy();
    return new BareEngine(configuration.getDataSource(), engine, configuration.getJobExecutor(), loop);
  }

  private static BpmnModelInstance model() {
    return Bpmn.createExecutableProcess(PROCESS)
        .camundaHistoryTimeToLive(30)
        .startEvent()
        .intermediateCatchEvent("wait").timerWithDate("${loop.next()}")
        .serviceTask("step").camundaExpression("${loop.step(execution)}")
        .exclusiveGateway("more")
        .condition("yes", "${loop.more()}").connectTo("wait")
        .moveToNode("more").condition("no", "${!loop.more()}").endEvent()
        .done();
  }

  void start() {
    engine.getRuntimeService().startProcessInstanceByKey(PROCESS);
  }
}
