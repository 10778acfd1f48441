package io.leadlifecycle.nurture;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we nurture.
 *
 * @param senderName the person or team that signs the mails
 * @param quietAfter how long a lead with nothing left to get may be silent
 */
@ConfigurationProperties("leads.nurture")
record NurtureSettings(
    @DefaultValue("Your team at Example Company") String senderName,
    @DefaultValue("P30D") Duration quietAfter) {}
