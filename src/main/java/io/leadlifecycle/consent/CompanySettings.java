package io.leadlifecycle.consent;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company in whose name mails go out and forms are shown.
 *
 * @param imprint name and postal address in one text, as the law wants it in mails and on pages
 * @param privacy address of the privacy notice
 */
@ConfigurationProperties("leads.company")
public record CompanySettings(
    @DefaultValue("Example Company") String name,
    @DefaultValue("Example Company, 1 Example Street, 12345 Example City") String imprint,
    @DefaultValue("https://www.example.com/privacy") String privacy) {}
