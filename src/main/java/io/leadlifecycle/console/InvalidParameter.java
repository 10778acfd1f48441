package io.leadlifecycle.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A request asks for something that cannot be. The message is for the person who asked. */
@ResponseStatus(HttpStatus.BAD_REQUEST)
class InvalidParameter extends RuntimeException {

  private final String parameter;

  InvalidParameter(String parameter, String fault) {
    super(fault);
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }
}
