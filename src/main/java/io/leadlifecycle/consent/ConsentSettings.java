package io.leadlifecycle.consent;

import io.leadlifecycle.limits.Limit;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consent is asked for.
 *
 * @param wording what people agree to who want our mails, a stem of the files in {@code consent/}; a changed text
 *     gets a new name
 * @param measuringWording the same for measuring opens and clicks
 * @param phoneWording the same for calls
 * @param deadline how long a request waits for its confirmation
 * @param askAgainAfter a box ticked anew brings no further opt-in mail before this time has passed
 * @param optInMails how many opt-in mails go to one mailbox, whatever stands behind a plus sign in its address
 * @param secret signs unsubscribe links; whoever knows it can unsubscribe others
 * @param formerSecrets those that signed links which are still in people's mailboxes: such links go on working
 */
@ConfigurationProperties("leads.consent")
record ConsentSettings(
    @DefaultValue("nurture-1") String wording,
    @DefaultValue("measuring-1") String measuringWording,
    @DefaultValue("phone-1") String phoneWording,
    @DefaultValue("P7D") Duration deadline,
    @DefaultValue("PT24H") Duration askAgainAfter,
    @DefaultValue({"1/PT24H", "2/P30D"}) List<Limit> optInMails,
    @DefaultValue("for-development-only") String secret,
    @DefaultValue List<String> formerSecrets) {}
