package io.leadlifecycle.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadlifecycle.activity.InvalidActivities.FieldFault;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.UnknownLead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems report what a lead did. */
@RestController
class ActivityController {

  private static final int LIMIT = 1000;

  /** The clocks of other systems are never quite ours. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Activities activities;
  private final Offers offers;
  private final Clock clock;

  ActivityController(Activities activities, Offers offers, Clock clock) {
    this.activities = activities;
    this.offers = offers;
    this.clock = clock;
  }

  /** @param body one activity or a list of up to 1000 */
  @PostMapping("/api/leads/{id}/activities")
  Answer record(@PathVariable LeadId id, @RequestBody JsonNode body) {
    List<NewActivity> reported = read(body);
    int recorded = activities.record(id, reported);
    return new Answer(recorded, reported.size() - recorded);
  }

  record Answer(int recorded, int alreadyKnown) {}

  private List<NewActivity> read(JsonNode body) {
    Instant latest = clock.instant().plus(CLOCK_SKEW);
    List<NewActivity> read = new ArrayList<>();
    List<FieldFault> faults = new ArrayList<>();
    for (ReportedActivity activity : reported(body, faults)) {
      activity.read(offers, latest).ifPresent(read::add);
    }
    if (!faults.isEmpty()) {
      throw new InvalidActivities(faults);
    }
    return read;
  }

  private static List<ReportedActivity> reported(JsonNode body, List<FieldFault> faults) {
    if (body.size() > LIMIT) {
      throw new InvalidActivities(List.of(new FieldFault("", "holds more than " + LIMIT + " activities")));
    }
    List<ReportedActivity> reported = new ArrayList<>();
    if (!body.isArray()) {
      reported.add(new ReportedActivity(body, "", faults::add));
    }
    for (int i = 0; body.isArray() && i < body.size(); i++) {
      reported.add(new ReportedActivity(body.get(i), "[" + i + "]", faults::add));
    }
    return reported;
  }

  @ExceptionHandler
  ProblemDetail onInvalid(InvalidActivities invalid) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
    problem.setProperty("errors", invalid.faults());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail onUnreadable(HttpMessageNotReadableException unreadable) {
    return onInvalid(new InvalidActivities(List.of(new FieldFault("", "is not JSON"))));
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
