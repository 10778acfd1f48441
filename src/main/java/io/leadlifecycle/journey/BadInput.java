package io.leadlifecycle.journey;

import jakarta.ws.rs.core.Response.Status;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Somebody gave the engine values that we cannot take. The one exception that both its REST interfaces answer with 400. */
class BadInput extends RestException {

  /** @param fault names each field that is wrong */
  BadInput(String fault) {
    super(Status.BAD_REQUEST, fault);
  }
}
