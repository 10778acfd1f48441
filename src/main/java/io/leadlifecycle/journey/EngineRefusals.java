package io.leadlifecycle.journey;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.springframework.boot.autoconfigure.jersey.ResourceConfigCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the engine's REST interface says of what is wrong: without the names of its classes, 404 for what is not
 * there, and nothing of a fault of our own, in which a database may speak. The engine writes that to the log.
 */
class EngineRefusals implements ContainerResponseFilter {

  private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*(?:: )?");
  /** The engine's words for any id that it does not know, which it answers with 500. */
  private static final Pattern UNKNOWN = Pattern.compile("(?s).*Cannot find task with id .*: task is null.*");

  private static final String FAULT =
      "This could not be done, and is not your fault: the log of the program says why";

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof ExceptionDto refusal && refusal.getMessage() != null) {
      if (UNKNOWN.matcher(refusal.getMessage()).matches()) {
        response.setStatusInfo(Status.NOT_FOUND);
      }
      boolean isOurs = response.getStatus() >= Status.INTERNAL_SERVER_ERROR.getStatusCode();
      refusal.setMessage(isOurs ? FAULT : CLASS.matcher(refusal.getMessage()).replaceAll(""));
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    ResourceConfigCustomizer engineRefusals() {
      return rest -> rest.register(new EngineRefusals());
    }
  }
}
