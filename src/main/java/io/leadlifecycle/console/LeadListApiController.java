package io.leadlifecycle.console;

import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.scoring.Score;
import io.leadlifecycle.scoring.Temperature;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems look leads up, and see how many stand where. */
@RestController
class LeadListApiController {

  private final LeadDirectory directory;
  private final Leads leads;

  LeadListApiController(LeadDirectory directory, Leads leads) {
    this.directory = directory;
    this.leads = leads;
  }

  @GetMapping("/api/leads")
  Answer list(
      @RequestParam(required = false) @Nullable Stage stage,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "" + LeadQuery.USUAL_SIZE) int size) {
    LeadDirectory.Found found = directory.find(new LeadQuery(stage, q, page, size));
    return new Answer(found.hits().stream().map(Row::of).toList(), page, size, found.hasNext());
  }

  /** How many leads stand in each stage. */
  @GetMapping("/api/funnel")
  Map<Stage, Long> funnel() {
    return leads.countByStage();
  }

  /** @param leads captured last first @param hasNext whether there is a page after this one */
  record Answer(List<Row> leads, int page, int size, boolean hasNext) {}

  record Row(
      LeadId id,
      String name,
      String email,
      @Nullable String company,
      Stage stage,
      Instant stageSince,
      @Nullable Fit fit,
      double engagement,
      Temperature temperature,
      Instant capturedAt) {

    private static Row of(LeadDirectory.Hit hit) {
      Lead lead = hit.lead();
      Score score = hit.score();
      return new Row(
          lead.id(), lead.contact().displayName(), lead.contact().email().value(), lead.contact().company(),
          lead.stage(), lead.stageSince(), lead.fit(), score.engagement(), score.temperature(),
          lead.capturedAt());
    }
  }

  @ExceptionHandler
  ProblemDetail onInvalid(InvalidParameter invalid) {
    String detail = invalid.parameter() + ": " + invalid.getMessage();
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
    problem.setProperty("errors", List.of(new FieldFault(invalid.parameter(), invalid.getMessage())));
    return problem;
  }

  record FieldFault(String field, String message) {}

  @ExceptionHandler
  ProblemDetail onMismatch(MethodArgumentTypeMismatchException mismatch) {
    boolean isStage = mismatch.getRequiredType() == Stage.class;
    String fault = isStage ? "must be one of " + Arrays.toString(Stage.values()) : "must be a whole number";
    return onInvalid(new InvalidParameter(mismatch.getName(), fault));
  }
}
