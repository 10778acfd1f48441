package io.leadlifecycle.nurture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company in whose name mails go out.
 *
 * @param imprint name and postal address in one text, as the law wants it in mails
 */
@ConfigurationProperties("leads.company")
record CompanySettings(
    @DefaultValue("Example Company") String name,
    @DefaultValue("Example Company, 1 Example Street, 12345 Example City") String imprint) {}
