package io.leadlifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class OfTransactionTests {

  private final List<List<String>> committed = new ArrayList<>();
  private final OfTransaction<List<String>> words = new OfTransaction<>(ArrayList::new, committed::add);
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(TestDatabases.h2()));
  private final TransactionTemplate another =
      new TransactionTemplate(transaction.getTransactionManager(), transaction);

  OfTransactionTests() {
    another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @Test
  void isOneForEachTransaction() {
    transaction.executeWithoutResult(status -> {
      words.get().add("outer");
      another.executeWithoutResult(inner -> words.get().add("inner"));
      words.get().add("still outer");
    });
    transaction.executeWithoutResult(status -> assertThat(words.find()).isEmpty());

    assertThat(committed).containsExactly(List.of("inner"), List.of("outer", "still outer"));
  }

  @Test
  void goesWithATransactionThatIsRolledBack() {
    transaction.executeWithoutResult(status -> {
      words.get().add("lost");
      status.setRollbackOnly();
    });
    transaction.executeWithoutResult(status -> assertThat(words.get()).isEmpty());

    assertThat(committed).containsExactly(List.of());
  }

  @Test
  void isThereForNobodyOutsideATransaction() {
    assertThat(words.find()).isEmpty();
    assertThatThrownBy(words::get).isInstanceOf(IllegalStateException.class);
  }

  /** What came then would be lost without a word. */
  @Test
  void takesNothingMoreWhenTheCommitHasBegun() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      words.get().add("in time");
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void beforeCommit(boolean readOnly) {
          words.get().add("too late");
        }
      });
    })).isInstanceOf(IllegalStateException.class).hasMessageContaining("committed already");
  }

  /** Nobody would be told of its end. */
  @Test
  void beginsNoMoreWhenTheCommitHasBegun() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            words.get().add("too late");
          }
        }))).isInstanceOf(IllegalStateException.class).hasMessageContaining("committed already");
  }
}
