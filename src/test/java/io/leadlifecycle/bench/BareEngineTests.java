package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BareEngineTests {

  private static final int SIZE = 20;

  private final CountingSink mails = new CountingSink();

  @AfterEach
  void close() {
    mails.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"BARE_TUNED", "MAIL_SENDER", "OUTBOX"})
  void doesWhatIsDueInAJvmOfItsOwn(Measure measure) {
    try (JvmContender contender = JvmContender.start(measure, TestDatabases.postgresUrl(), mails)) {
      assertThat(contender.round(SIZE)).isPositive();
      assertThat(contender.round(SIZE)).isPositive();
    }
    assertThat(mails.count()).isEqualTo(measure.isOfMails() ? 2 * SIZE : 0);
  }

  @Test
  void isNotWaitedForWhenItHasFailed() {
    try (ChildJvm worker = ChildJvm.start(Worker.class, "OUTBOX", TestDatabases.postgresUrl(), "25")) {
      assertThatThrownBy(() -> worker.ask("dance")).isInstanceOf(IllegalStateException.class);
    }
  }
}
