package io.leadlifecycle.capture;

import io.leadlifecycle.limits.Limit;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What keeps public forms from being abused.
 *
 * @param fillTime nobody fills in a form faster
 * @param openFor a page that was opened longer ago has to be sent once more
 * @param perNetwork how many forms may come from one IP address (of IPv6, from one /64)
 * @param perDomain how many may name an address of one company; providers of free mail are no companies
 * @param all how many may come at all
 * @param answerTime a form is answered after this time or a multiple of it, whatever there was to do; zero for at once
 * @param secret signs when a form was opened
 */
@ConfigurationProperties("leads.forms")
record FormSettings(
    @DefaultValue("PT3S") Duration fillTime,
    @DefaultValue("P1D") Duration openFor,
    @DefaultValue({"5/PT1H", "20/P1D"}) List<Limit> perNetwork,
    @DefaultValue("50/PT1H") List<Limit> perDomain,
    @DefaultValue("1000/PT1H") List<Limit> all,
    @DefaultValue("PT0.5S") Duration answerTime,
    @DefaultValue("for-development-only") String secret) {}
