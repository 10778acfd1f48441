package io.leadlifecycle.journey;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much may be sent to us at a time.
 *
 * @param maxBody the largest body of a request, also of a form or an upload
 * @param maxDeployment the same for models that are deployed over engine-rest
 */
@ConfigurationProperties("leads.web")
record WebSettings(@DefaultValue("1MB") DataSize maxBody, @DefaultValue("10MB") DataSize maxDeployment) {}
