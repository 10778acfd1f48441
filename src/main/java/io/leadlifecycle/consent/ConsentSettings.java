package io.leadlifecycle.consent;

import io.leadlifecycle.limits.Limit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How consent is asked for, and how long its proof is kept.
 *
 * @param wording what stands beside the box for mails, a stem of the files in {@code consent/}; a changed text
 *     gets a new name
 * @param measuringWording what stands beside the box for measuring
 * @param phoneWording what stands beside the box for calls
 * @param deadline how long a request waits for its confirmation
 * @param askAgainAfter an address gets no further opt-in mail before this time has passed
 * @param mostMails so many opt-in mails an address gets in 30 days at most
 * @param perDomain how many opt-in mails may go to addresses of one company
 * @param perFreeMailDomain how many may go to one provider of free mail
 * @param all how many may go out at all
 * @param secret signs unsubscribe links and seals archived proofs; whoever knows it can unsubscribe others
 * @param formerSecrets those that signed links which are still in people's mailboxes, or sealed proofs: both go on
 *     working
 * @param proofYears a proof is kept until so many years have ended after the one in which the consent ended
 *     (§§195, 199 BGB)
 * @param phoneProofYears so many years the proof of a consent to calls is kept after its last use (§7a UWG),
 *     which we take to be its end
 * @param networks how long a sign-up that nobody confirmed keeps its network address and browser
 */
@ConfigurationProperties("leads.consent")
record ConsentSettings(
    @DefaultValue("nurture-1") String wording,
    @DefaultValue("measuring-1") String measuringWording,
    @DefaultValue("phone-1") String phoneWording,
    @DefaultValue("P7D") Duration deadline,
    @DefaultValue("PT24H") Duration askAgainAfter,
    @DefaultValue("2") int mostMails,
    @DefaultValue("100/PT1H") List<Limit> perDomain,
    @DefaultValue("1000/PT1H") List<Limit> perFreeMailDomain,
    @DefaultValue("2000/PT1H") List<Limit> all,
    @DefaultValue("for-development-only") String secret,
    @DefaultValue List<String> formerSecrets,
    @DefaultValue("3") int proofYears,
    @DefaultValue("5") int phoneProofYears,
    @DefaultValue("P30D") Duration networks) {

  private static final Duration MONTH = Duration.ofDays(30);

  ConsentSettings {
    if (askAgainAfter.compareTo(MONTH) > 0) {
      throw new IllegalArgumentException(
          "leads.consent.ask-again-after must be 30 days at most, not " + askAgainAfter);
    }
  }

  /** For opt-in mails to one address. */
  List<Limit> limits() {
    return List.of(new Limit(1, askAgainAfter), new Limit(mostMails, MONTH));
  }

  /** Today's first. */
  List<String> secrets() {
    return Stream.concat(Stream.of(secret), formerSecrets.stream()).toList();
  }

  String wordingFor(Purpose purpose) {
    return switch (purpose) {
      case NURTURE -> wording;
      case MEASURING -> measuringWording;
      case PHONE -> phoneWording;
    };
  }
}
