package io.leadlifecycle.enrichment;

import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.Stage;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long we research.
 *
 * @param deadline from when the research began; after it the lead goes on without
 */
@ConfigurationProperties("leads.enrichment")
record EnrichmentSettings(@DefaultValue("P3D") Duration deadline) {

  Instant deadlineOf(Lead lead, Instant now) {
    Instant began = lead.stage() == Stage.RESEARCHING ? lead.stageSince() : now;
    return began.plus(deadline);
  }
}
