package io.leadlifecycle.smtp;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How many mails a minute the server is to be given, in all and for one recipient's domain. Per node. */
@Component
public class SendRates {

  /**
   * Asks to send one mail now. A mail that may go counts; one that may not is to ask again.
   *
   * @return empty if it may go now, else when it should ask again
   */
  public Optional<Instant> holdUntil(String address, Instant now) {
    return Optional.empty();
  }
}
