package io.leadlifecycle.consent;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consent is asked for.
 *
 * @param wording the wording in use, a stem of the files in {@code consent/}; a changed text gets a new name
 * @param deadline how long a request waits for its confirmation
 * @param askAgainAfter a box ticked anew brings no further opt-in mail before this time has passed
 * @param secret signs unsubscribe links; whoever knows it can unsubscribe others
 * @param formerSecrets those that signed links which are still in people's mailboxes: such links go on working
 */
@ConfigurationProperties("leads.consent")
record ConsentSettings(
    @DefaultValue("nurture-1") String wording,
    @DefaultValue("P7D") Duration deadline,
    @DefaultValue("PT24H") Duration askAgainAfter,
    @DefaultValue("for-development-only") String secret,
    @DefaultValue List<String> formerSecrets) {}
