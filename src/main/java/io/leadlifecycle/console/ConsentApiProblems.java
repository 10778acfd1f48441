package io.leadlifecycle.console;

import io.leadlifecycle.consent.InvalidBasis;
import io.leadlifecycle.consent.WithdrawnSince;
import io.leadlifecycle.lead.UnknownLead;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says what was wrong with a report about somebody's consent (RFC 9457). */
@RestControllerAdvice(assignableTypes = ConsentApiController.class)
class ConsentApiProblems {

  @ExceptionHandler
  ProblemDetail onInvalid(InvalidBasis invalid) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
    problem.setTitle("This is not enough to go by");
    problem.setProperty("errors", invalid.faults());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail onWithdrawn(WithdrawnSince withdrawn) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, withdrawn.getMessage());
    problem.setTitle("Withdrawn since");
    return problem;
  }

  @ExceptionHandler
  ProblemDetail onUnreadable(HttpMessageNotReadableException unreadable) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "The body must be one JSON object, each field in it once");
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
