package io.leadlifecycle.playbook;

import java.util.Map;

/** The decision tables of the playbook. Always the version deployed last. */
public interface Decisions {

  /**
   * Decides by the first rule that matches.
   *
   * @param decision the table's id, such as {@code qualification}
   * @param facts inputs by name; a fact nobody knows is present with a null value
   * @return the rule's outputs by name
   * @throws NoRuleMatches if the table has no rule for these facts
   */
  Map<String, Object> decide(String decision, Map<String, ?> facts);
}
