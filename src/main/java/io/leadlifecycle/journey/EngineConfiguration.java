package io.leadlifecycle.journey;

import io.leadlifecycle.lead.Leads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
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
        engine.setBeans(new ModelBeans(beans));
        engine.setCustomPreVariableSerializers(List.of(new LeadFactSerializer(facts), new ObjectsRefused()));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Stages(leads))));
        engine.setEnsureJobDueDateNotNull(true);
        engine.setJobExecutorAcquireByDueDate(true);
      }
    };
  }

  /** Tells processes what happened. The engine has an executor of its own, so Spring would not provide one. */
  @Bean
  @ConditionalOnMissingBean(name = "taskExecutor")
  TaskExecutor taskExecutor() {
    return new ThreadPoolTaskExecutorBuilder()
        .corePoolSize(4)
        .threadNamePrefix("wake-up-")
        .awaitTermination(true)
        .awaitTerminationPeriod(Duration.ofSeconds(20))
        .build();
  }
}
