package io.leadlifecycle;

import io.leadlifecycle.playbook.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where leads come in: the modules that have a part in it, wired as in the program, but without engine and web server. */
public final class TestIntake {

  private static final String[] MODULES = {"playbook", "lead", "activity", "mail", "consent", "capture"};

  private static List<TestIntake> started = List.of();

  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final StandingClock clock = new StandingClock();
  private final String name;
  private final GenericApplicationContext context;

  private TestIntake(DataSource database) {
    name = database.getClass().getSimpleName();
    context = (GenericApplicationContext) new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .properties(Map.of(
            "spring.main.banner-mode", "off", "logging.level.root", "warn", "leads.playbook", "classpath:intake/"))
        .initializers((GenericApplicationContext fresh) -> prepare(fresh, database))
        .run();
  }

  /** One on each kind of database, for {@code @MethodSource}. Started once for all tests. */
  public static synchronized List<TestIntake> onEach() {
    if (started.isEmpty()) {
      started = TestDatabases.all().map(TestIntake::new).toList();
    }
    return started;
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  public Instant now() {
    return clock.instant();
  }

  public void passes(Duration time) {
    clock.now = clock.now.plus(time);
  }

  public <T> T inTransaction(Supplier<T> deed) {
    return new TransactionTemplate(get(PlatformTransactionManager.class)).execute(status -> deed.get());
  }

  /** The pages and endpoints of these beans as a browser meets them. */
  public MockMvc web(Class<?>... beans) {
    return TestPages.of(Stream.of(beans).map(this::get).toArray());
  }

  /** All events of that type so far, in order. */
  public <T> List<T> published(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  private void prepare(GenericApplicationContext fresh, DataSource database) {
    fresh.registerBean(DataSource.class, () -> database);
    fresh.registerBean(Clock.class, () -> clock);
    fresh.registerBean(Decisions.class, () -> (decision, facts) -> Map.of());
    fresh.addApplicationListener(
        (ApplicationListener<PayloadApplicationEvent<?>>) event -> events.add(event.getPayload()));
    for (String module : MODULES) {
      AutoConfigurationPackages.register(fresh, "io.leadlifecycle." + module);
      new ClassPathBeanDefinitionScanner(fresh).scan("io.leadlifecycle." + module);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConfigurationPropertiesScan("io.leadlifecycle")
  @ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    JpaRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  static class Wiring {}

  private static final class StandingClock extends Clock {

    private volatile Instant now = Instant.parse("2025-03-03T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
