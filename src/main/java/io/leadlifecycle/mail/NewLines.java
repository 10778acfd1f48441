package io.leadlifecycle.mail;

import io.leadlifecycle.OfTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * New lines of the ledger that wait for their transaction to commit, and are then written in one go; or before, if
 * somebody asks the ledger.
 */
@Component
class NewLines {

  private final MailLedgerTable ledger;
  private final OfTransaction<List<NewLine>> lines;

  NewLines(MailLedgerTable ledger) {
    this.ledger = ledger;
    lines = new OfTransaction<>(ArrayList::new, ledger::insert);
  }

  /** At once, for who reads or changes what is in the ledger. */
  void write() {
    lines.find().ifPresent(waiting -> {
      ledger.insert(waiting);
      waiting.clear();
    });
  }

  void add(NewLine line) {
    lines.get().add(line);
    if (line.state() == MailState.SKIPPED) {
      Tally.of(line.order().mailClass(), line.state(), 1);
    }
  }
}
