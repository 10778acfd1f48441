package io.leadlifecycle.activity;

import com.fasterxml.jackson.databind.JsonNode;
import io.leadlifecycle.activity.InvalidActivities.FieldFault;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.UnknownLead;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems report what leads did. */
@RestController
class ActivityController {

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
    List<NewActivity> reported = reported(body).ofOneLead();
    return Answer.of(activities.record(id, reported), reported.size());
  }

  /** @param body a list of 1 to 1000 activities, each with {@code lead}, the id of the lead that did it */
  @PostMapping("/api/activities")
  Answer record(@RequestBody JsonNode body) {
    List<Deed> deeds = reported(body).ofSeveralLeads();
    try {
      return Answer.of(activities.record(deeds), deeds.size());
    } catch (UnknownLeads unknown) {
      throw new InvalidActivities(faults(deeds, unknown.leads()));
    }
  }

  record Answer(int recorded, int alreadyKnown) {

    static Answer of(int recorded, int reported) {
      return new Answer(recorded, reported - recorded);
    }
  }

  private ReportedActivities reported(JsonNode body) {
    return new ReportedActivities(body, offers, clock.instant().plus(CLOCK_SKEW));
  }

  private static List<FieldFault> faults(List<Deed> deeds, Set<LeadId> unknown) {
    return IntStream.range(0, deeds.size())
        .filter(i -> unknown.contains(deeds.get(i).lead()))
        .mapToObj(i -> new FieldFault("[" + i + "].lead", "is no lead that we know"))
        .toList();
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
