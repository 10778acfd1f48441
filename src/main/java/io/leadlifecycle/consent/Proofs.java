package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.Mails;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what a lead agreed to, and keeps that for its time when the lead is erased. */
@Component
class Proofs {

  private final ConsentTable table;
  private final Mails mails;
  private final ProofArchive archive;
  private final ConsentSettings settings;

  Proofs(ConsentTable table, Mails mails, ProofArchive archive, ConsentSettings settings) {
    this.table = table;
    this.mails = mails;
    this.archive = archive;
    this.settings = settings;
  }

  ConsentProof of(LeadId lead) {
    ConsentStanding standing = table.standing(lead);
    ConsentHistory history = table.history(lead);
    return new ConsentProof(
        lead,
        standing.state(),
        standing.basis(),
        standing.allowedBy(),
        standing.givenAt(),
        standing.withdrawnAt(),
        standing.withdrawnBy(),
        history.standings(),
        history.requests().stream().map(this::shown).toList(),
        table.bases(lead),
        history.events());
  }

  private ConsentProof.Request shown(ConsentRequest request) {
    SignUp signUp = request.signUp();
    List<ConsentProof.Box> boxes = request.boxes().entrySet().stream()
        .map(box -> new ConsentProof.Box(box.getKey(), box.getValue().key(), box.getValue().text()))
        .sorted(Comparator.comparing(ConsentProof.Box::purpose))
        .toList();
    return new ConsentProof.Request(
        request.number(), boxes, signUp.shownIn().toLanguageTag(), signUp.addressAsTyped(), signUp.form(),
        signUp.formVersion(), request.requestedAt(), signUp.ip(), signUp.userAgent(), mail(request),
        request.validUntil(), request.givenAt(), request.givenFrom().ip(), request.givenFrom().userAgent());
  }

  private ConsentProof.@Nullable OptInMail mail(ConsentRequest request) {
    return !request.isAsked() ? null : mails.find(request.mailKey())
        .map(mail -> new ConsentProof.OptInMail(
            mail.key(), mail.state().name(), mail.messageId(), mail.sentAt(), mail.textHash(),
            mail.templateVersion()))
        .orElse(null);
  }

  /**
   * Of a person that never agreed to anything, nor withdrew anything, there is nothing to prove; nor by sign-ups
   * that nobody confirmed.
   */
  void archive(LeadId lead, String address, Instant now) {
    ConsentProof all = of(lead);
    if (!all.history().isEmpty()) {
      List<ConsentProof.Request> confirmed =
          all.requests().stream().filter(request -> request.givenAt() != null).toList();
      ConsentProof kept = new ConsentProof(
          lead, all.state(), all.basis(), all.allowedBy(), all.givenAt(), all.withdrawnAt(), all.withdrawnBy(),
          all.purposes(), confirmed, all.bases(), all.history());
      archive.add(address, kept, now, keptUntil(all, now));
    }
  }

  /** Erasing ends what was not withdrawn. */
  private Instant keptUntil(ConsentProof proof, Instant now) {
    boolean lasts = proof.purposes().stream().anyMatch(purpose -> purpose.state() == ConsentState.GIVEN);
    OffsetDateTime end =
        (lasts ? now : proof.history().get(proof.history().size() - 1).at()).atOffset(ZoneOffset.UTC);
    Instant usual = LocalDate.of(end.getYear() + settings.proofYears() + 1, 1, 1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
    Instant phone = end.plusYears(settings.phoneProofYears()).toInstant();
    return isForCalls(proof) && phone.isAfter(usual) ? phone : usual;
  }

  private static boolean isForCalls(ConsentProof proof) {
    return proof.history().stream().anyMatch(event -> !event.isWithdrawal() && event.isAbout(Purpose.PHONE));
  }
}
