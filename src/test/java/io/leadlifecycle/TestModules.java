package io.leadlifecycle;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadlifecycle.handover.SalesTeam;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.playbook.Decisions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Some modules, wired as in the program, on a database: no engine, no web, and a clock that tests tick. */
public final class TestModules {

  private static List<TestModules> interest = List.of();
  private static List<TestModules> intake = List.of();
  private static List<TestModules> sales = List.of();

  private final TestClock clock = new TestClock();
  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final String name;
  private final ConfigurableApplicationContext context;

  private TestModules(DataSource database, Map<String, Object> settings, String... modules) {
    name = database.getClass().getSimpleName();
    context = new SpringApplicationBuilder(Wiring.class)
        .web(WebApplicationType.NONE)
        .properties(Map.of("spring.main.banner-mode", "off", "logging.level.root", "warn"))
        .properties(settings)
        .initializers((GenericApplicationContext started) -> prepare(started, database, modules))
        .run();
  }

  /** What leads do, and what we make of it, once on each kind of database. Started once for all tests. */
  public static synchronized List<TestModules> interest() {
    if (interest.isEmpty()) {
      interest = onEach("interest", "playbook", "lead", "activity", "scoring", "qualification");
    }
    return interest;
  }

  /** Where leads come in and agree to mails. */
  public static synchronized List<TestModules> intake() {
    if (intake.isEmpty()) {
      intake = onEach("intake", "playbook", "lead", "activity", "calendar", "letter", "smtp", "mail", "limits", "consent", "capture", "inbox");
    }
    return intake;
  }

  /** What we write to leads and how we call them, by the example company's playbook. */
  public static synchronized List<TestModules> sales() {
    if (sales.isEmpty()) {
      sales = onEach(
          "bpmn", "playbook", "lead", "activity", "scoring", "calendar", "letter", "smtp", "mail", "limits", "consent", "enrichment", "nurture", "handover");
    }
    return sales;
  }

  private static List<TestModules> onEach(String playbook, String... modules) {
    Map<String, Object> settings = Map.of(
        "leads.playbook", "classpath:" + playbook + "/", "leads.mail.dispatch-automatically", "false",
        "leads.forms.answer-time", "PT0S", "leads.send-hours.spread", playbook.equals("bpmn") ? "PT2H" : "PT0S");
    return TestDatabases.all().map(database -> new TestModules(database, settings, modules)).toList();
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /** All beans of that type, in their order. */
  public <T> List<T> all(Class<T> type) {
    return context.getBeanProvider(type).orderedStream().toList();
  }

  public TestClock clock() {
    return clock;
  }

  /** All events of that type so far, in order. */
  public <T> List<T> published(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  public TransactionTemplate transaction() {
    return new TransactionTemplate(get(PlatformTransactionManager.class));
  }

  /** The pages and endpoints of these beans, as a browser meets them. */
  public MockMvc web(Class<?>... beans) {
    return TestPages.of(Stream.of(beans).map(this::get).toArray());
  }

  /** A lead that was not there before. */
  public LeadId lead(String domain, @Nullable String company, @Nullable String role) {
    Contact contact = new Contact(
        new EmailAddress(UUID.randomUUID() + "@" + domain), null, null, company, null, null, role, "DE", null,
        null, null, null, Locale.GERMAN, ZoneId.of("Europe/Berlin"), null);
    return get(Leads.class).register(contact, false).id();
  }

  public LeadId lead() {
    return lead("bau.example", null, null);
  }

  @Override
  public String toString() {
    return name;
  }

  /** As in the program: PostgreSQL takes longer for a new connection than for most of what is asked over it. */
  private static DataSource pool(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(50);
    config.setMinimumIdle(4);
    return new HikariDataSource(config);
  }

  private void prepare(GenericApplicationContext started, DataSource database, String... modules) {
    started.registerBean(DataSource.class, () -> pool(database));
    started.registerBean(GatheringJdbc.class);
    started.registerBean(TestClock.class, () -> clock);
    started.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    started.registerBean(Decisions.class, TestDecisions::new);
    started.registerBean(SalesTeam.class, () -> team -> List.of("anna", "ben"));
    started.addApplicationListener(
        (ApplicationListener<PayloadApplicationEvent<?>>) event -> events.add(event.getPayload()));
    for (String module : modules) {
      AutoConfigurationPackages.register(started, "io.leadlifecycle." + module);
      new ClassPathBeanDefinitionScanner(started).scan("io.leadlifecycle." + module);
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
}
