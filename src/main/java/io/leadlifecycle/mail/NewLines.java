package io.leadlifecycle.mail;

import io.leadlifecycle.OfTransaction;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** New lines of the ledger that wait for their transaction to commit, and are then written in one go. */
@Component
class NewLines {

  private final OfTransaction<List<NewLine>> lines;

  NewLines(MailLedgerTable ledger) {
    lines = new OfTransaction<>(ArrayList::new, ledger::insert);
  }

  void add(NewLine line) {
    lines.get().add(line);
    if (line.state() == MailState.SKIPPED) {
      Tally.of(line.order().mailClass(), line.state(), 1);
    }
  }
}
