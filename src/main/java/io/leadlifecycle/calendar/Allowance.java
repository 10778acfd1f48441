package io.leadlifecycle.calendar;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an address may still get.
 *
 * @param sent when its earlier mails went out
 * @param notBefore the end of a pause; {@link Instant#EPOCH} if there is none
 */
public record Allowance(MailCap cap, List<Instant> sent, Instant notBefore) {

  public Allowance {
    sent = List.copyOf(sent);
  }

  /** The first instant, not before {@code at}, at which a mail may go. */
  public Instant next(Instant at) {
    return cap.next(sent, at.isAfter(notBefore) ? at : notBefore);
  }

  /** The same, and nothing before that instant. */
  public Allowance notBefore(Instant pauseEnd) {
    return new Allowance(cap, sent, pauseEnd.isAfter(notBefore) ? pauseEnd : notBefore);
  }

  /** What is left when one more mail has gone. */
  public Allowance after(Instant mail) {
    return new Allowance(cap, Stream.concat(sent.stream(), Stream.of(mail)).toList(), notBefore);
  }
}
