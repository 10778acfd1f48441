package io.leadlifecycle.consent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.leadlifecycle.lead.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that we can show about a lead's consent. Instants are in UTC, and null until they happened; what else is
 * null is not known.
 *
 * @param state of the consent to nurture mails
 * @param basis of the consent to nurture mails that was given last
 * @param allowedBy names that consent, as the mail ledger does: {@code <lead>:<request>} or {@code
 *     <lead>:basis:<n>}
 * @param requests every sign-up, oldest first
 * @param bases that were reported, oldest first
 * @param history of what was given and withdrawn, when and how, oldest first
 */
public record ConsentProof(
    LeadId lead,
    ConsentState state,
    @Nullable Basis basis,
    @Nullable String allowedBy,
    @Nullable Instant givenAt,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnBy,
    List<PurposeStanding> purposes,
    List<Request> requests,
    List<RecordedBasis> bases,
    List<ConsentEvent> history) {

  /** @param since when that began; null if it never did */
  public record PurposeStanding(Purpose purpose, ConsentState state, @Nullable Instant since) {}

  /** A box, with the text that stood beside it. */
  public record Box(Purpose purpose, String wording, String text) {}

  /**
   * A sign-up.
   *
   * @param address as it was typed
   * @param mail that asked to confirm it; null if none was sent
   * @param givenAt when the button in that mail was pressed
   */
  public record Request(
      int number,
      List<Box> boxes,
      String language,
      String address,
      @Nullable String form,
      @Nullable String formVersion,
      Instant requestedAt,
      @Nullable String ip,
      @Nullable String userAgent,
      @Nullable OptInMail mail,
      Instant validUntil,
      @Nullable Instant givenAt,
      @Nullable String givenIp,
      @Nullable String givenUserAgent) {}

  /**
   * The mail that asked for a confirmation, as the mail ledger knows it.
   *
   * @param textHash SHA-256 of its plain text; null until it was handed over
   */
  public record OptInMail(
      String key,
      String state,
      @Nullable String messageId,
      @Nullable Instant sentAt,
      @Nullable String textHash,
      @Nullable String templateVersion) {}

  /**
   * What stood beside the box for mails: in the request that was confirmed last or, where none was, the last
   * one.
   */
  @JsonIgnore
  public @Nullable String wording() {
    Request request = decisive();
    return request == null ? null : request.boxes().get(0).text();
  }

  /** When the person ticked the box of {@link #wording}. */
  @JsonIgnore
  public @Nullable Instant requestedAt() {
    Request request = decisive();
    return request == null ? null : request.requestedAt();
  }

  private @Nullable Request decisive() {
    List<Request> confirmed = requests.stream().filter(request -> request.givenAt() != null).toList();
    List<Request> some = confirmed.isEmpty() ? requests : confirmed;
    return some.isEmpty() ? null : some.get(some.size() - 1);
  }
}
