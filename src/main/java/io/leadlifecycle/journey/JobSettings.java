package io.leadlifecycle.journey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param together how many due timers go on in one engine command and one commit at most; 1 for each by itself */
@ConfigurationProperties("leads.jobs")
record JobSettings(@DefaultValue("50") int together) {

  JobSettings {
    if (together < 1) {
      throw new IllegalArgumentException("leads.jobs.together must be at least 1");
    }
  }
}
