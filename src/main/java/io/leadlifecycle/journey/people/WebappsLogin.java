package io.leadlifecycle.journey.people;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Who logs in at our door is in Tasklist and Cockpit too: their session starts with ours, and ends with
 * it. It is written once per login, before the answer of whichever form was used.
 */
class WebappsLogin implements AuthenticationSuccessHandler {

  private final ProcessEngine engine;
  private final AuthenticationSuccessHandler answer;

  WebappsLogin(ProcessEngine engine, AuthenticationSuccessHandler answer) {
    this.engine = engine;
    this.answer = answer;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication person)
      throws IOException, ServletException {
    AuthenticationUtil.getAuthsFromSession(request.getSession())
        .addOrReplace(AuthenticationUtil.createAuthentication(engine, person.getName()));
    answer.onAuthenticationSuccess(request, response, person);
  }
}
