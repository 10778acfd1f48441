package io.leadlifecycle;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has of its own: made when it is asked for first, gone when the transaction ends. One that begins
 * inside another has its own.
 */
public final class OfTransaction<T> {

  private final Supplier<T> fresh;
  private final Consumer<T> beforeCommit;

  /** @param beforeCommit what is done with it last; not if the transaction is rolled back */
  public OfTransaction(Supplier<T> fresh, Consumer<T> beforeCommit) {
    this.fresh = fresh;
    this.beforeCommit = beforeCommit;
  }

  /** @throws IllegalStateException outside a transaction */
  public T get() {
    return find().orElseGet(this::begin);
  }

  /** Empty if it was not asked for in this transaction, or if there is none. */
  @SuppressWarnings("unchecked")
  public Optional<T> find() {
    return Optional.ofNullable((Own) TransactionSynchronizationManager.getResource(this)).map(own -> own.value);
  }

  private T begin() {
    Own own = new Own(fresh.get());
    TransactionSynchronizationManager.registerSynchronization(own);
    own.resume();
    return own.value;
  }

  private final class Own implements TransactionSynchronization {

    private final T value;

    private Own(T value) {
      this.value = value;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      beforeCommit.accept(value);
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(OfTransaction.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(OfTransaction.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      suspend();
    }
  }
}
