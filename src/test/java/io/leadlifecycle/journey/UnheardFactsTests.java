package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;

@ExtendWith(OutputCaptureExtension.class)
class UnheardFactsTests {

  @Test
  void makesNoErrorOfAProcessThatIsBusy(CapturedOutput log) {
    tell(new OptimisticLockingException("Somebody else was first"));
    assertThat(log).doesNotContain("ERROR").doesNotContain("Somebody else was first");
  }

  @Test
  void saysSoWhenAProcessCannotBeTold(CapturedOutput log) {
    tell(new IllegalStateException("No such step"));
    assertThat(log).contains("ERROR").contains("No such step");
  }

  private static void tell(RuntimeException failure) {
    new ApplicationContextRunner()
        .withBean("taskExecutor", SyncTaskExecutor.class)
        .withUserConfiguration(Telling.class, UnheardFacts.class)
        .run(program -> program.getBean(Telling.class).fail(failure));
  }

  @EnableAsync
  static class Telling {

    @Async
    void fail(RuntimeException failure) {
      throw failure;
    }
  }
}
