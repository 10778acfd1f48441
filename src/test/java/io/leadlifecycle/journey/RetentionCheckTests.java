package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.playbook.Playbook;
import org.junit.jupiter.api.Test;

class RetentionCheckTests {

  @Test
  void missesTheModelThatErases() {
    assertThat(new RetentionCheck(new Playbook("classpath:bpmn/")).faults()).isEmpty();
    assertThat(new RetentionCheck(new Playbook("classpath:intake/")).faults()).singleElement()
        .hasToString("data-retention.bpmn:1: is missing: nobody would be erased when its time is up");
  }
}
