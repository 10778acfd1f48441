package io.leadlifecycle.production;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/**
 * The profile {@code production}: the program starts only if it was told all that it needs to write to real
 * people. It is asked before anything is made, so that a program which refuses has touched no database.
 */
public class Production implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final Profiles PRODUCTION = Profiles.of("production");

  /** @throws UnfitForProduction if something is missing; it names everything that is */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (context.getEnvironment().acceptsProfiles(PRODUCTION)) {
      List<Demand> unmet = Demands.unmetIn(context.getEnvironment());
      if (!unmet.isEmpty()) {
        throw new UnfitForProduction(unmet);
      }
    }
  }
}
