package io.leadlifecycle.wrong;

import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;

/** Breaks every rule of the architecture on purpose: a rule that does not refuse it checks nothing. */
class WrongServiceImpl {

  Instant breaksThemAll(RuntimeService engine) throws InterruptedException {
    engine.startProcessInstanceByKey("lead-lifecycle");
    Thread.sleep(1);
    return Instant.now();
  }
}
