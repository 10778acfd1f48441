package io.leadlifecycle.inbox;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.inbox.Incoming.Report;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.mail.Returns;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows what a mail wants, and does it. The same mail may be shown to it again: that changes nothing. */
final class Secretary {

  private static final String BY_MAIL = "mail to unsubscribe";

  /**
   * RFC 3463 §3: no such mailbox or domain, moved away, takes no mail (RFC 7505), or disabled. All others are
   * about this mail, the way there or the sender, or end some day as a full mailbox does.
   */
  private static final Pattern NOBODY_THERE = Pattern.compile("5\\.(1\\.([01236]|10)|2\\.1)");

  private final Consent consent;
  private final Leads leads;
  private final Mails mails;
  private final Returns returns;
  private final Set<String> keywords;

  Secretary(Consent consent, Leads leads, Mails mails, Returns returns, InboxSettings settings) {
    this.consent = consent;
    this.leads = leads;
    this.mails = mails;
    this.returns = returns;
    this.keywords = settings.plainKeywords();
  }

  /** What a mail wants, in a form that holds nothing of the mail's text. Deciding it changes nothing. */
  Wish wish(Incoming mail) throws MessagingException, IOException {
    Optional<LeadId> ofToken = leadOfToken(mail.subject());
    if (ofToken.isPresent()) {
      return leads.find(ofToken.get()).<Wish>map(lead -> new Withdrawal(lead.id(), BY_MAIL))
          .orElseGet(() -> objection(mail, BY_MAIL));
    }
    Optional<Report> report = mail.report();
    if (report.isPresent()) {
      return bounce(mail, report.get());
    }
    return mail.isAutomatic() ? Wish.NONE : withdrawal(mail);
  }

  /** @return whether there was anything to do; committed when this returns */
  Outcome grant(Wish wish) {
    if (wish instanceof Withdrawal withdrawal) {
      consent.withdraw(withdrawal.lead(), withdrawal.how());
      return Outcome.WITHDRAWN;
    }
    if (wish instanceof Objection objection) {
      mails.suppress(objection.address().value(), "Consent withdrawn: " + objection.how());
      return Outcome.WITHDRAWN;
    }
    if (wish instanceof Bounce bounce) {
      returns.undeliverable(bounce.mail(), bounce.code());
      return Outcome.BOUNCED;
    }
    return wish == Wish.UNREADABLE ? Outcome.UNREADABLE : Outcome.LEFT;
  }

  sealed interface Wish permits Withdrawal, Objection, Bounce, Nothing {
    Wish NONE = new Nothing("for people");
    Wish UNREADABLE = new Nothing("makes no sense");
  }

  record Withdrawal(LeadId lead, String how) implements Wish {}

  /** Of somebody who is no lead, or none any more: only the address can remember it. */
  record Objection(EmailAddress address, String how) implements Wish {

    /** Without the address: this may be logged. */
    @Override
    public String toString() {
      return "objection by " + how;
    }
  }

  /** @param mail its key in the ledger */
  record Bounce(String mail, String code) implements Wish {}

  record Nothing(String why) implements Wish {}

  private Optional<LeadId> leadOfToken(String subject) {
    return Stream.of(subject.strip().split("\\s+"))
        .flatMap(word -> consent.leadOf(word).stream())
        .findFirst();
  }

  private Wish bounce(Incoming mail, Report report) {
    String code = report.failure();
    return code != null && NOBODY_THERE.matcher(code).matches()
        ? returned(mail, report).<Wish>map(ours -> new Bounce(ours.key(), code)).orElse(Wish.NONE)
        : Wish.NONE;
  }

  /** Only a report that knows the secret name of a mail counts: anybody can write to a mailbox. */
  private Optional<MailEntry> returned(Incoming mail, Report report) {
    return mail.recipients().stream()
        .flatMap(recipient -> returns.returnedTo(recipient).stream())
        .findFirst()
        .or(() -> Optional.ofNullable(report.about()).flatMap(returns::mail));
  }

  private Wish withdrawal(Incoming mail) throws MessagingException, IOException {
    if (mail.recipients().stream().anyMatch(returns::isUnsubscribeMailbox)) {
      return withdrawal(mail, BY_MAIL);
    }
    return Reply.firstLines(mail.text()).map(Reply::withoutCourtesy).filter(keywords::contains).findFirst()
        .map(keyword -> withdrawal(mail, "reply: " + keyword.toUpperCase(Locale.ROOT)))
        .orElse(Wish.NONE);
  }

  private Wish withdrawal(Incoming mail, String how) {
    return writer(mail).<Wish>map(lead -> new Withdrawal(lead, how)).orElseGet(() -> objection(mail, how));
  }

  private static Wish objection(Incoming mail, String how) {
    return sender(mail).<Wish>map(address -> new Objection(address, how)).orElse(Wish.NONE);
  }

  /** Whose mail it answers, since people answer from other addresses too; else whose address it comes from. */
  private Optional<LeadId> writer(Incoming mail) {
    Optional<LeadId> answering = mail.answered().stream()
        .flatMap(id -> returns.mail(id).stream())
        .filter(ours -> ours.mailClass() == MailClass.NURTURE)
        .map(ours -> LeadId.of(ours.reference()))
        .flatMap(lead -> leads.find(lead).stream())
        .map(Lead::id)
        .findFirst();
    return answering.or(() -> sender(mail).flatMap(leads::of).map(Lead::id));
  }

  private static Optional<EmailAddress> sender(Incoming mail) {
    return mail.sender().flatMap(Secretary::address);
  }

  private static Optional<EmailAddress> address(String text) {
    try {
      return Optional.of(new EmailAddress(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
