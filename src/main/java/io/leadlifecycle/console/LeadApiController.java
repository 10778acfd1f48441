package io.leadlifecycle.console;

import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.scoring.Score;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems read what we know about a lead. */
@RestController
class LeadApiController {

  private final Dossiers dossiers;

  LeadApiController(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @GetMapping("/api/leads/{id}")
  Answer show(@PathVariable LeadId id) {
    return Answer.of(dossiers.open(id));
  }

  /** What happened to the lead, newest first. */
  @GetMapping("/api/leads/{id}/timeline")
  List<Timeline.Entry> timeline(@PathVariable LeadId id) {
    return Timeline.of(dossiers.open(id));
  }

  @GetMapping("/api/leads/{id}/mails")
  LeadMails mails(@PathVariable LeadId id) {
    return LeadMails.of(dossiers.open(id));
  }

  /** @param nextMailAt null if no mail is planned */
  record Answer(
      LeadId id,
      Stage stage,
      Instant stageSince,
      @Nullable Fit fit,
      @Nullable String fitReason,
      @Nullable String fitBy,
      Score score,
      ConsentState consent,
      @Nullable Instant nextMailAt,
      boolean askedForContact,
      Instant capturedAt,
      Contact contact) {

    private static Answer of(Dossier dossier) {
      Lead lead = dossier.lead();
      return new Answer(
          lead.id(), lead.stage(), lead.stageSince(), lead.fit(), lead.fitReason(), lead.fitBy(),
          dossier.score(), dossier.consent().state(), dossier.nextMailAt().orElse(null),
          lead.askedForContact(), lead.capturedAt(), lead.contact());
    }
  }

  @ExceptionHandler
  ProblemDetail onUnknown(UnknownLead unknown) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
  }

  @ExceptionHandler
  ProblemDetail onNoId(MethodArgumentTypeMismatchException noId) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No lead has the id " + noId.getValue());
  }
}
