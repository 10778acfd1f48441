package io.leadlifecycle.journey;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.aop.interceptor.SimpleAsyncUncaughtExceptionHandler;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.stereotype.Component;

/**
 * What the log says of a fact that a process could not be told: an error, unless the process was only busy, as when a lead does two
 * things at once. Either way the fact is kept, and told again.
 */
@Component
class UnheardFacts implements AsyncConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(UnheardFacts.class);

  private final AsyncUncaughtExceptionHandler errors = new SimpleAsyncUncaughtExceptionHandler();

  @Override
  public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
    return (failure, listener, facts) -> {
      if (failure instanceof OptimisticLockingException) {
        LOG.debug("A process was busy and will be told again by {}", listener);
      } else {
        errors.handleUncaughtException(failure, listener, facts);
      }
    };
  }
}
