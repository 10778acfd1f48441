package io.leadlifecycle.activity;

import io.leadlifecycle.playbook.Fault;
import io.leadlifecycle.playbook.Playbook;
import io.leadlifecycle.playbook.PlaybookCheck;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks {@code content.yaml}. */
@Component
class OffersCheck implements PlaybookCheck {

  private final Playbook playbook;

  OffersCheck(Playbook playbook) {
    this.playbook = playbook;
  }

  @Override
  public List<Fault> faults() {
    return OfferFile.of(playbook).faults();
  }
}
