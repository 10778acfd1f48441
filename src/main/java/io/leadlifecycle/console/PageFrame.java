package io.leadlifecycle.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What stands around every page for people: who is logged in, and whether there is a sandbox. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
class PageFrame {

  private final boolean sandbox;

  PageFrame(@Value("${leads.sandbox:true}") boolean sandbox) {
    this.sandbox = sandbox;
  }

  @ModelAttribute("sandbox")
  boolean sandbox() {
    return sandbox;
  }

  @ModelAttribute("user")
  @Nullable String user(HttpServletRequest request) {
    Principal user = request.getUserPrincipal();
    return user == null ? null : user.getName();
  }
}
