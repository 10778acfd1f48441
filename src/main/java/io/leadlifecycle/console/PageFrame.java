package io.leadlifecycle.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  /** What a page may ask before it shows a way there. */
  private static final Map<String, String> PAGES = Map.of(
      "mayMeetLeads", "/leads",
      "mayReadFunnel", "/funnel",
      "mayReadPlaybook", "/playbook",
      "mayDecideOnMails", "/mails",
      "mayProtectData", "/privacy",
      "mayAdmitMachines", "/clients",
      "mayUseTasklist", "/camunda/app/tasklist/default/",
      "mayUseCockpit", "/camunda/app/cockpit/default/");

  private final boolean sandbox;
  private final ObjectProvider<WebInvocationPrivilegeEvaluator> doors;

  PageFrame(
      @Value("${leads.sandbox:true}") boolean sandbox, ObjectProvider<WebInvocationPrivilegeEvaluator> doors) {
    this.sandbox = sandbox;
    this.doors = doors;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(
        "/leads/**", "/funnel/**", "/playbook/**", "/mails/**", "/privacy/**", "/clients/**",
        "/sandbox/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    Principal user = request.getUserPrincipal();
    request.setAttribute("user", user == null ? null : user.getName());
    PAGES.forEach((may, page) -> request.setAttribute(may, opens(page, user)));
    request.setAttribute("sandbox", sandbox);
    return true;
  }

  private boolean opens(String page, @Nullable Principal user) {
    return user instanceof Authentication who && doors.stream().anyMatch(door -> door.isAllowed(page, who));
  }
}
