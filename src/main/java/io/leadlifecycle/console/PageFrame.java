package io.leadlifecycle.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around every page for people, also around one that says no: who is logged in, and where to go. */
@Component
class PageFrame implements HandlerInterceptor, WebMvcConfigurer {

  private final boolean sandbox;
  private final ObjectProvider<WebInvocationPrivilegeEvaluator> doors;

  PageFrame(
      @Value("${leads.sandbox:true}") boolean sandbox, ObjectProvider<WebInvocationPrivilegeEvaluator> doors) {
    this.sandbox = sandbox;
    this.doors = doors;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/leads/**", "/mails/**", "/privacy/**", "/clients/**", "/sandbox/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    Principal user = request.getUserPrincipal();
    request.setAttribute("user", user == null ? null : user.getName());
    request.setAttribute("sandbox", sandbox);
    request.setAttribute("mayDecideOnMails", user instanceof Authentication who && opens("/mails", who));
    request.setAttribute("mayProtectData", user instanceof Authentication who && opens("/privacy", who));
    request.setAttribute("mayAdmitMachines", user instanceof Authentication who && opens("/clients", who));
    return true;
  }

  private boolean opens(String page, Authentication who) {
    return doors.stream().anyMatch(door -> door.isAllowed(page, who));
  }
}
