package io.leadlifecycle.capture;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what was wrong with a lead that came in over the API (RFC 9457). */
@RestControllerAdvice(assignableTypes = LeadCaptureController.class)
class LeadCaptureProblems {

  @ExceptionHandler
  ProblemDetail invalid(InvalidLead invalid) {
    ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "This cannot become a lead", invalid.getMessage());
    problem.setProperty("errors", invalid.faults());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unreadable(JsonProcessingException unreadable) {
    JsonLocation at = unreadable.getLocation();
    String where = at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    return noObject("The body must be one JSON object, each field in it once" + where);
  }

  @ExceptionHandler({HttpMessageNotReadableException.class, CharConversionException.class})
  ProblemDetail noText() {
    return noObject("The body must be one JSON object");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> busy(ConcurrencyFailureException busy) {
    ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "Too busy", "Nothing was stored, please try again");
    return ResponseEntity.of(problem).header(HttpHeaders.RETRY_AFTER, "5").build();
  }

  private static ProblemDetail noObject(String detail) {
    return problem(HttpStatus.BAD_REQUEST, "Not a JSON object", detail);
  }

  private static ProblemDetail problem(HttpStatus status, String title, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    return problem;
  }
}
