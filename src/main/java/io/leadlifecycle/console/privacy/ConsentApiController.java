package io.leadlifecycle.console.privacy;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.consent.GivenElsewhere;
import io.leadlifecycle.consent.InvalidBasis;
import io.leadlifecycle.consent.InvalidBasis.FieldFault;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.consent.WithdrawnSince;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.UnknownLead;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems show the proof of a consent, and report consents and withdrawals that came in elsewhere. */
@RestController
class ConsentApiController {

  private final Leads leads;
  private final Consent consent;

  ConsentApiController(Leads leads, Consent consent) {
    this.leads = leads;
    this.consent = consent;
  }

  @GetMapping("/api/leads/{id}/consent")
  ConsentProof show(@PathVariable LeadId id) {
    return consent.proof(leads.get(id).id());
  }

  /** 201 if it is news, 200 if the same was reported before. */
  @PutMapping("/api/leads/{id}/consent")
  ResponseEntity<ConsentProof> give(@PathVariable LeadId id, @RequestBody GivenElsewhere given, Principal client) {
    boolean isNews = consent.give(leads.get(id).id(), given, client.getName());
    return ResponseEntity.status(isNews ? HttpStatus.CREATED : HttpStatus.OK).body(consent.proof(id));
  }

  @PostMapping("/api/leads/{id}/consent/withdrawal")
  ConsentProof withdraw(@PathVariable LeadId id, @RequestBody Withdrawal withdrawal, Principal client) {
    String how = client.getName() + (withdrawal.how() == null ? "" : ": " + withdrawal.how());
    consent.withdraw(leads.get(id).id(), how, withdrawal.allPurposes());
    return consent.proof(id);
  }

  /**
   * @param how the person said so, such as {@code letter of 3 May}; cut after 200 characters
   * @param purposes null or empty for all
   */
  record Withdrawal(@Nullable String how, @Nullable Set<Purpose> purposes) {

    private Set<Purpose> allPurposes() {
      return purposes == null || purposes.isEmpty() ? EnumSet.allOf(Purpose.class) : purposes;
    }
  }

  @ExceptionHandler
  ProblemDetail onInvalid(InvalidBasis invalid) {
    return faulty(invalid.getMessage(), invalid.faults());
  }

  @ExceptionHandler
  ProblemDetail onUnreadable(HttpMessageNotReadableException unreadable) {
    String field = unreadable.getCause() instanceof JsonMappingException wrong
        ? wrong.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(name -> name != null)
            .collect(Collectors.joining("."))
        : "";
    String message = field.isEmpty() ? "must be a JSON object" : "has a value that cannot be read";
    return faulty(field.isEmpty() ? "The body " + message : field + " " + message, List.of(new FieldFault(field, message)));
  }

  @ExceptionHandler
  ProblemDetail onWithdrawn(WithdrawnSince withdrawn) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, withdrawn.getMessage());
  }

  @ExceptionHandler
  ProblemDetail onUnknown(UnknownLead unknown) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
  }

  @ExceptionHandler
  ProblemDetail onNoId(MethodArgumentTypeMismatchException noId) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No lead has the id " + noId.getValue());
  }

  private static ProblemDetail faulty(String detail, List<FieldFault> faults) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    problem.setProperty("errors", faults);
    return problem;
  }
}
