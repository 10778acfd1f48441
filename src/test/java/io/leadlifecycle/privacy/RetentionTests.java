package io.leadlifecycle.privacy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadlifecycle.TestDatabases;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class RetentionTests {

  private static final Person PERSON = new Person(UUID.randomUUID(), "anna@example.com");

  /** Java leaves the stack out of what it throws very often. */
  @Test
  void saysWhoCouldNotBeErasedEvenIfTheFaultHasNoStack() {
    Privacy privacy = new Privacy(List.of(new Unerasable()), new JdbcTransactionManager(TestDatabases.h2()));
    Expiring leads = (after, atMost) -> after == null ? List.of(PERSON) : List.of();

    assertThatThrownBy(new Retention(leads, List.of(), privacy)::eraseNext)
        .isInstanceOf(NotErased.class)
        .hasMessageContaining(PERSON.toString());
  }

  private static final class Unerasable implements PersonalData {

    @Override
    public String section() {
      return "stone";
    }

    @Override
    public Object export(Person person) {
      return "carved";
    }

    @Override
    public void erase(Person person, Erasure why) {
      throw new StacklessFault();
    }
  }

  private static final class StacklessFault extends RuntimeException {

    StacklessFault() {
      super("carved in stone", null, false, false);
    }
  }
}
