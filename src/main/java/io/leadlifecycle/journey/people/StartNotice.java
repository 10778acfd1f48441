package io.leadlifecycle.journey.people;

import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever started the program where to go and, once in its life, how to get in. It goes to the
 * console and not to the log, because logs are kept and passwords should not be.
 */
@Component
class StartNotice implements DisposableBean {

  private static final String LINE = "-".repeat(78);

  private final Environment environment;
  private List<Credential> untold = List.of();

  StartNotice(Environment environment) {
    this.environment = environment;
  }

  void keep(List<Credential> credentials) {
    untold = credentials;
  }

  @EventListener(ApplicationReadyEvent.class)
  void tell() {
    print(addresses() + (untold.isEmpty() ? hint() : credentials()));
    untold = List.of();
  }

  /** A start that fails late, say for a port in use, has made the passwords all the same. */
  @Override
  public void destroy() {
    if (!untold.isEmpty()) {
      print(credentials());
    }
  }

  private String addresses() {
    return """
         Lead Lifecycle is ready.
           Tasklist     %1$s/camunda/app/tasklist/
           Cockpit      %1$s/camunda/app/cockpit/
           Lead pages   %1$s/leads
           API clients  %1$s/clients
           API          %1$s/swagger-ui.html
        """.formatted(home()) + sandbox();
  }

  private String sandbox() {
    boolean isSandbox = environment.getProperty("leads.sandbox", Boolean.class, true);
    return isSandbox ? "   Sandbox      %s/sandbox%n".formatted(home()) : "";
  }

  private String credentials() {
    StringBuilder text = new StringBuilder(" Log in as (shown only now):%n".formatted());
    for (Credential one : untold) {
      text.append("   %-12s %-51s %s%n".formatted(one.who(), one.secret(), one.remark()));
    }
    return text.toString();
  }

  private String hint() {
    return """
         Passwords and key were shown at the first start. To set new ones, start with
         LEADS_ADMIN_PASSWORD, LEADS_SAMPLE_PASSWORD or LEADS_API_KEY in the environment.
        """;
  }

  private String home() {
    String port = environment.getProperty("local.server.port", "8080");
    return environment.getProperty("leads.public-address", "http://localhost:" + port);
  }

  private static void print(String text) {
    System.out.printf("%n%s%n%s%s%n%n", LINE, text, LINE);
  }
}
