package io.leadlifecycle.console;

import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.mail.Mails;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Lets other systems see which mails did not go out, and send them again. */
@RestController
class MailApiController {

  private static final int LARGEST_SIZE = 200;

  private final Mails mails;

  MailApiController(Mails mails) {
    this.mails = mails;
  }

  /** Those that were due last come first. */
  @GetMapping("/api/mails")
  Answer list(
      @RequestParam(defaultValue = "FAILED,UNKNOWN") Set<MailState> state,
      @RequestParam(defaultValue = "50") int size) {
    if (state.contains(null)) {
      throw invalid("state");
    }
    if (size < 1 || size > LARGEST_SIZE) {
      throw invalid("size");
    }
    return new Answer(mails.in(state, size).stream().map(LeadMails.Mail::of).toList());
  }

  record Answer(List<LeadMails.Mail> mails) {}

  /** @return the mail as it waits now */
  @PostMapping("/api/mails/{key}/resend")
  LeadMails.Mail resend(@PathVariable String key, Principal client) {
    find(key);
    if (!mails.resend(key, client.getName())) {
      throw new NotOpen(find(key).state());
    }
    return find(key);
  }

  private LeadMails.Mail find(String key) {
    return mails.find(key).map(LeadMails.Mail::of).orElseThrow(NoSuchMail::new);
  }

  private static InvalidParameter invalid(String parameter) {
    return new InvalidParameter(parameter, parameter.equals("state")
        ? "must be some of " + Arrays.toString(MailState.values())
        : "must be a whole number from 1 to " + LARGEST_SIZE);
  }

  private static class NoSuchMail extends RuntimeException {}

  private static class NotOpen extends RuntimeException {

    NotOpen(MailState state) {
      super("A mail can be sent again if it is FAILED or UNKNOWN, and this one is " + state);
    }
  }

  @ExceptionHandler
  ProblemDetail onNoSuchMail(NoSuchMail none) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "No mail has this key");
  }

  @ExceptionHandler
  ProblemDetail onNotOpen(NotOpen closed) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, closed.getMessage());
  }

  @ExceptionHandler
  ProblemDetail onInvalid(InvalidParameter invalid) {
    String detail = invalid.parameter() + ": " + invalid.getMessage();
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
  }

  @ExceptionHandler
  ProblemDetail onMismatch(MethodArgumentTypeMismatchException mismatch) {
    return onInvalid(invalid(mismatch.getName()));
  }
}
