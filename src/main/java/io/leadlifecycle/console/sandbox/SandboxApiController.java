package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.journey.SandboxClock;
import io.leadlifecycle.smtp.SandboxInbox;
import io.leadlifecycle.smtp.SandboxMail;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets scripts and tests read the sandbox's mails and move its clock. */
@RestController
@RequestMapping("/sandbox/api")
@ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
class SandboxApiController {

  private final SandboxInbox inbox;
  private final SandboxClock clock;

  SandboxApiController(SandboxInbox inbox, SandboxClock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Newest first. */
  @GetMapping("/mails")
  List<SandboxMail> mails() {
    return inbox.mails();
  }

  @GetMapping("/clock")
  Time time() {
    return new Time(clock.now());
  }

  /** Answers when all is done that fell due meanwhile. */
  @PostMapping("/clock")
  Time advance(@RequestBody Advance body) {
    return new Time(body.on(clock));
  }

  record Time(Instant now) {}

  @ExceptionHandler
  ProblemDetail onImpossible(Advance.Impossible impossible) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, impossible.getMessage());
  }

  @ExceptionHandler
  ProblemDetail onUnreadable(HttpMessageNotReadableException unreadable) {
    return onImpossible(new Advance.Impossible("advance: is required, as in {\"advance\": \"PT1H\"}"));
  }

  @ExceptionHandler
  ProblemDetail onOtherFormat(HttpMediaTypeNotSupportedException other) {
    return other.getBody();
  }
}
