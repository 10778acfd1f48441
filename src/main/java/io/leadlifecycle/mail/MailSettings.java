package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.MailCap;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param from name and address of the sender
 * @param secret keys the hashes under which addresses are remembered; the default is for development only
 * @param cap how often an address may get a nurture mail
 * @param serviceCap how often an address may get mail that was asked for: it only stops a flood
 * @param lease how long a node may hold a mail before others take it for dead
 * @param batch how many mails a node takes at a time at most
 * @param unsubscribeMailbox takes the mails by which mail programs without a web unsubscribe; {@code
 *     unsubscribe@} the sender's domain if not set. The subject of such a mail is the token of the reader's
 *     unsubscribe link: whoever runs the mailbox posts it to {@code /unsubscribe/<token>}, and the reader is
 *     out
 * @param bounces takes what comes back; {@code bounces@} the sender's domain if not set. Each mail's envelope
 *     names it with a plus and the local part of the Message-ID, as in {@code bounces+4f1c…@example.com}, so
 *     that a bounce leads to one line of the ledger
 */
@ConfigurationProperties("leads.mail")
record MailSettings(
    @DefaultValue("Sandbox <leads@example.com>") String from,
    @DefaultValue("for development only") String secret,
    @DefaultValue("1 per P1D") MailCap cap,
    @DefaultValue("20 per PT1H") MailCap serviceCap,
    @DefaultValue("PT5M") Duration lease,
    @DefaultValue("200") int batch,
    @DefaultValue("") String unsubscribeMailbox,
    @DefaultValue("") String bounces) {

  MailSettings {
    if (batch < 1) {
      throw new IllegalArgumentException("leads.mail.batch must be at least 1, not " + batch);
    }
  }

  MailCap cap(MailClass mailClass) {
    return mailClass == MailClass.NURTURE ? cap : serviceCap;
  }

  /** Who holds a mail must be done with it before others take it for dead. */
  MailSettings requireLeaseLongerThan(Duration conversation) {
    if (lease.compareTo(conversation.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "leads.mail.lease must be at least %s, twice leads.mail.relay.conversation"
              .formatted(conversation.multipliedBy(2)));
    }
    return this;
  }
}
