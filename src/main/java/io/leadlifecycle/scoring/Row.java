package io.leadlifecycle.scoring;

import io.leadlifecycle.playbook.Decisions;
import java.util.Map;

/** The outputs of the rule that matched, with an error that a marketer understands where one is missing. */
record Row(String decision, Map<String, Object> outputs) {

  static Row of(Decisions decisions, String decision, Map<String, ?> facts) {
    return new Row(decision, decisions.decide(decision, facts));
  }

  double number(String name) {
    if (outputs.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalStateException("Decision " + decision + " gives no number as " + name);
  }

  String text(String name) {
    if (outputs.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("Decision " + decision + " gives no text as " + name);
  }
}
