package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import org.junit.jupiter.api.AfterEach;
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
  @EnumSource(names = {"BARE_TUNED", "BARE_STARTER", "MAIL_SENDER", "OUTBOX", "BARE_START"})
  void doesWhatIsDueInAJvmOfItsOwn(Measure measure) {
    try (JvmContender contender = JvmContender.start(measure, TestDatabases.postgresUrl(), mails)) {
      assertThat(contender.round(SIZE)).isPositive();
      assertThat(contender.round(SIZE)).isPositive();
    }
    assertThat(mails.count()).isEqualTo(measure.isOfMails() ? 2 * SIZE : 0);
  }
}
