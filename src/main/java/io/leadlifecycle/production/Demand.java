package io.leadlifecycle.production;

import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;

/**
 * What a setting must be in production.
 *
 * @param what completes the sentence "must be …"; never shows the value, which may be a secret
 * @param holds is asked for the value, an empty text if there is none
 */
record Demand(String setting, String what, Predicate<String> holds) {

  boolean isMetIn(Environment environment) {
    return holds.test(environment.getProperty(setting, "").strip());
  }

  /** The name under which an operator sets it from outside. */
  private String variable() {
    return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "%s (%s) must be %s".formatted(setting, variable(), what);
  }
}
