package io.leadlifecycle.production;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Under the profile {@code production}, and wherever {@code leads.sandbox} is not true, the program starts only
 * if it was told all that it needs to write to real people. It is asked before anything is made, so that a
 * program which refuses has touched no database.
 */
public class Production implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** @throws UnfitForProduction if something is missing; it names everything that is */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (writesToRealPeople(context.getEnvironment())) {
      List<Demand> unmet = Demands.unmetIn(context.getEnvironment());
      if (!unmet.isEmpty()) {
        throw new UnfitForProduction(unmet);
      }
    }
  }

  /** Mails go out as soon as the sandbox is off, whether or not somebody thought of the profile. */
  private static boolean writesToRealPeople(Environment environment) {
    return environment.acceptsProfiles(Demands.PRODUCTION)
        || !environment.getProperty("leads.sandbox", "true").equalsIgnoreCase("true");
  }
}
