package io.leadlifecycle.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** All that the program knows of one person, whichever module keeps it. */
@Component
public class Privacy {

  private static final int TRIES = 3;

  private final List<PersonalData> parts;
  private final TransactionTemplate ownTransaction;

  Privacy(List<PersonalData> parts, PlatformTransactionManager transactions) {
    this.parts = List.copyOf(parts);
    this.ownTransaction = new TransactionTemplate(transactions);
    ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Section by section, who it is first (Art. 15 and 20 GDPR). */
  @Transactional(readOnly = true)
  public Map<String, Object> export(Person person) {
    List<PersonalData> whoFirst = new ArrayList<>(parts);
    Collections.reverse(whoFirst);
    Map<String, Object> all = new LinkedHashMap<>();
    whoFirst.forEach(part -> all.put(part.section(), part.export(person)));
    return all;
  }

  /**
   * Erases all of it (Art. 17 GDPR) or, where it throws, nothing, in a transaction of its own. Repeatable. Whoever
   * works on the same lead at that moment is waited for, or finds it gone.
   */
  public void erase(Person person, Erasure why) {
    for (int tries = 1; ; tries++) {
      try {
        ownTransaction.executeWithoutResult(status -> parts.forEach(part -> part.erase(person, why)));
        return;
      } catch (ConcurrencyFailureException somebodyWasFaster) {
        if (tries == TRIES) {
          throw somebodyWasFaster;
        }
      }
    }
  }
}
