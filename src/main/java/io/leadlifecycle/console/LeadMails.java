package io.leadlifecycle.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.nurture.LeftOutMail;
import io.leadlifecycle.nurture.PlannedMail;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lead's mails.
 *
 * @param sent have, or may have, reached the lead; newest first
 * @param skipped will never go out; newest first
 * @param waiting are in the ledger and go out as soon as they may
 * @param planned are still to come, the next one first
 * @param leftOut are passed over as things stand, which may change; once that is for good, they are skipped
 */
record LeadMails(
    List<Mail> sent,
    List<Mail> skipped,
    List<Mail> waiting,
    List<PlannedMail> planned,
    List<LeftOutMail> leftOut) {

  static LeadMails of(Dossier dossier) {
    List<MailEntry> ledger = dossier.mails();
    return new LeadMails(
        select(ledger, MailState::countsAsSent),
        select(ledger, state -> state.isFinal() && !state.countsAsSent()),
        select(ledger, state -> !state.isFinal()),
        dossier.plan(),
        dossier.leftOut());
  }

  public boolean none() {
    return Stream.of(sent, skipped, waiting, planned, leftOut).allMatch(List::isEmpty);
  }

  /**
   * @param key names the mail for ever
   * @param reference whose mail it is: the lead's id, unless it is for one of us
   * @param consent names the consent that allows it, as in the lead's proof; null if it was asked for
   * @param reason why it is in this state, for a person to read
   */
  record Mail(
      String key,
      String reference,
      String subject,
      String template,
      @JsonProperty("class") MailClass mailClass,
      MailState state,
      String reason,
      String messageId,
      Instant postedAt,
      Instant dueAt,
      @Nullable Instant sentAt,
      @Nullable String consent,
      @Nullable String textHash,
      @Nullable String templateVersion) {

    static Mail of(MailEntry entry) {
      return new Mail(
          entry.key(), entry.reference(), entry.subject(), entry.template(), entry.mailClass(), entry.state(),
          entry.reason(), entry.messageId(), entry.postedAt(), entry.dueAt(), entry.sentAt(), entry.consent(),
          entry.textHash(), entry.templateVersion());
    }
  }

  private static List<Mail> select(List<MailEntry> ledger, Predicate<MailState> states) {
    return ledger.stream()
        .filter(entry -> states.test(entry.state()))
        .map(Mail::of)
        .sorted(Comparator.comparing(Mail::postedAt).reversed())
        .toList();
  }
}
