package io.leadlifecycle.journey;

import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.nurture.Nurture;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration.JobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What our engine does that a stock one does not. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
@EnableScheduling
class EngineConfiguration {

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ProcessEnginePlugin leadEngine(
      BeanFactory beans, ObjectProvider<Leads> leads, ObjectProvider<LeadFacts> facts) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new ReadableHistory())));
        ModelBeans allowed = new ModelBeans(beans);
        engine.setBeans(allowed);
        engine.setExpressionManager(new ModelExpressions(allowed));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new PlainModels())));
        engine.setCustomPreVariableSerializers(List.of(new LeadFactSerializer(facts)));
        engine.setCustomPostBPMNParseListeners(
            new ArrayList<>(List.of(new Stages(leads), new GatewayAnswers(), new UnwrittenSteps())));
        // Otherwise an error that no model catches would end a lead's life without a word.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setEnsureJobDueDateNotNull(true);
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new JobTally())));
        engine.setJobExecutorAcquireByDueDate(true);
        engine.setCustomIncidentHandlers(new ArrayList<>(List.of(new FailedJobs())));
      }

      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        ReadAhead.prepare(engine);
      }
    };
  }

  /** The starter's own with its settings, but one that works off many jobs at a time. */
  @Bean
  @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
  JobExecutor jobExecutor(
      @Qualifier(JobConfiguration.CAMUNDA_TASK_EXECUTOR_QUALIFIER) TaskExecutor threads,
      CamundaBpmProperties settings,
      JobSettings jobs,
      ObjectProvider<Nurture> nurture) {
    JobExecutor stock = JobConfiguration.jobExecutor(threads, settings);
    JobsTogether executor = new JobsTogether(jobs.together(), leads -> nurture.getObject().readAhead(leads));
    BeanUtils.copyProperties(stock, executor, "commandExecutor", "processEngines");
    return executor;
  }
}
