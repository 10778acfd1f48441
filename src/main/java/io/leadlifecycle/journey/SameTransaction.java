package io.leadlifecycle.journey;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContextInterceptor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutorImpl;
import org.springframework.stereotype.Component;

/**
 * Writes what the engine is told at once, in the caller's transaction. Otherwise, during a job, it would be
 * written when the job ends, in the job's transaction, even if the caller has one of its own.
 */
@Component
class SameTransaction {

  private final CommandExecutor engine;

  SameTransaction(ProcessEngine engine) {
    var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    CommandContextInterceptor fresh =
        new CommandContextInterceptor(settings.getCommandContextFactory(), settings, true);
    fresh.setNext(new CommandExecutorImpl());
    this.engine = fresh;
  }

  void run(Runnable commands) {
    engine.execute(context -> {
      commands.run();
      return null;
    });
  }
}
