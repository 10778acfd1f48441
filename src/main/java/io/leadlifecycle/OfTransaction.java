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

  /** @throws IllegalStateException outside a transaction, or when it is being committed: it would come too late */
  public T get() {
    return own().map(Own::inTime).orElseGet(this::begin);
  }

  /** Empty if it was not asked for in this transaction, or if there is none. */
  public Optional<T> find() {
    return own().map(own -> own.value);
  }

  @SuppressWarnings("unchecked")
  private Optional<Own> own() {
    return Optional.ofNullable((Own) TransactionSynchronizationManager.getResource(this));
  }

  private T begin() {
    Own own = new Own(fresh.get());
    TransactionSynchronizationManager.registerSynchronization(own);
    own.resume();
    return own.value;
  }

  private final class Own implements TransactionSynchronization {

    private final T value;
    private boolean isOver;

    private Own(T value) {
      this.value = value;
    }

    private IllegalStateException tooLate() {
      return new IllegalStateException("The transaction is being committed already");
    }

    private T inTime() {
      if (isOver) {
        throw tooLate();
      }
      return value;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      beforeCommit.accept(value);
      isOver = true;
    }

    /** Made while the commit was under way already, it was not asked {@link #beforeCommit}: what it holds is lost, and that is said. */
    @Override
    public void afterCommit() {
      if (!isOver) {
        throw tooLate();
      }
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
