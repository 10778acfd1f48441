package io.leadlifecycle.console;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param timeZone of times that belong to no single lead; a lead's own page shows the lead's zone */
@ConfigurationProperties("leads.console")
public record ConsoleSettings(@DefaultValue("Europe/Berlin") ZoneId timeZone) {}
