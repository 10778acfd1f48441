package io.leadlifecycle.console.privacy;

import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.UnknownLead;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems hand out and erase what we know of a person. */
@RestController
class PersonalDataApiController {

  private final People people;

  PersonalDataApiController(People people) {
    this.people = people;
  }

  @GetMapping("/api/leads/{id}/personal-data")
  ResponseEntity<Map<String, Object>> tell(@PathVariable LeadId id) {
    return PersonalDataFile.of(people.tell(people.find(id).orElseThrow(() -> new UnknownLead(id))));
  }

  /**
   * 204, also where nobody is known by that id: whoever was erased and whoever never was cannot be told apart,
   * since nothing is kept to tell them apart by.
   */
  @DeleteMapping("/api/leads/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void erase(@PathVariable LeadId id) {
    people.erase(id);
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
