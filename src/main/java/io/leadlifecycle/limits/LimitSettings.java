package io.leadlifecycle.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param secret hides whom the counters are about; when it changes, counting begins anew */
@ConfigurationProperties("leads.limits")
record LimitSettings(@DefaultValue("for-development-only") String secret) {}
