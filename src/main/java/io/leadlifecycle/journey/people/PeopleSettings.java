package io.leadlifecycle.journey.people;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the environment fixes of what is otherwise generated at the first start.
 *
 * @param sandbox whether there are sample users and a sandbox to look into
 */
@ConfigurationProperties("leads")
record PeopleSettings(
    @DefaultValue("true") boolean sandbox,
    @Nullable String adminPassword,
    @Nullable String samplePassword,
    @Nullable String apiKey) {

  PeopleSettings {
    adminPassword = blankAsNull(adminPassword);
    samplePassword = blankAsNull(samplePassword);
    apiKey = blankAsNull(apiKey);
  }

  /** A variable that is set but empty, as compose files like to have it, counts as not set. */
  private static @Nullable String blankAsNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value;
  }
}
