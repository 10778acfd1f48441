package io.leadlifecycle.bench;

import io.leadlifecycle.LeadLifecycle;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Our whole program as an operator starts it, in a JVM of its own. At first it does no jobs. */
final class LeadNode {

  private LeadNode() {}

  /** @param settings as {@code --name=value} */
  public static void main(String[] settings) {
    ConfigurableApplicationContext program = new SpringApplication(LeadLifecycle.class).run(settings);
    JobExecutor jobs = jobs(program);
    jobs.shutdown();
    ChildJvm.obey(order -> switch (order) {
      case "port" -> program.getEnvironment().getProperty("local.server.port");
      case "go" -> done(jobs::start);
      case "rest" -> done(jobs::shutdown);
      case "heap" -> String.valueOf(heap());
      default -> throw new IllegalArgumentException(order);
    });
  }

  private static JobExecutor jobs(ConfigurableApplicationContext program) {
    var configuration = program.getBean(ProcessEngine.class).getProcessEngineConfiguration();
    return ((ProcessEngineConfigurationImpl) configuration).getJobExecutor();
  }

  private static String done(Runnable work) {
    work.run();
    return "done";
  }

  /** What is left when all that nobody needs was thrown away, in bytes. */
  private static long heap() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
