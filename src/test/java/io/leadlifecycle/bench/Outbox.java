package io.leadlifecycle.bench;

import io.leadlifecycle.smtp.Answer.Kind;
import io.leadlifecycle.smtp.RelayHealth;
import io.leadlifecycle.smtp.RelaySettings;
import io.leadlifecycle.smtp.SmtpRelay;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The least that sends what is due: a table, and workers that take fifty mails, send them, note it and commit. */
final class Outbox implements Work {

  private static final int WORKERS = 4;
  private static final int AT_ONCE = 50;

  private record Row(long id, String recipient, String text, String html) {}

  private final JdbcClient database;
  private final TransactionTemplate transaction;
  private final Session session = Session.getInstance(new Properties());
  private final SmtpRelay relay;

  Outbox(DataSource pool, int mailServer) {
    database = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
    relay = new SmtpRelay(settings(mailServer), new RelayHealth(Clock.systemUTC()));
    database.sql("""
        create table outbox (id bigserial primary key, recipient text not null, body text not null,
            html text not null, due timestamptz not null, sent timestamptz)""").update();
    database.sql("create index outbox_due on outbox (due) where sent is null").update();
  }

  private static RelaySettings settings(int mailServer) {
    return new RelaySettings(
        "127.0.0.1", mailServer, "", "", false, Duration.ofSeconds(20), Duration.ofMinutes(2), WORKERS, 1_000,
        true, 0, 0);
  }

  @Override
  public void load(int size) {
    database.sql("""
            insert into outbox (recipient, body, html, due)
            select 'reader' || n || '@example.com', :body, :html, now() - n * interval '1 ms'
            from generate_series(1, :size) as reader (n)""")
        .param("body", SampleMail.text("Ben")).param("html", SampleMail.html("Ben")).param("size", size)
        .update();
    database.sql("vacuum analyze outbox").update();
  }

  @Override
  public void go() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      all.add(workers.submit(this::drain));
    }
    for (Future<?> each : all) {
      each.get();
    }
    workers.shutdown();
  }

  private void drain() {
    boolean more = true;
    while (more) {
      more = Boolean.TRUE.equals(transaction.execute(status -> sendSome()));
    }
  }

  private boolean sendSome() {
    List<Row> due = database.sql("""
            select id, recipient, body as text, html from outbox where sent is null and due <= now()
            order by due limit :limit for update skip locked""")
        .param("limit", AT_ONCE)
        .query(Row.class)
        .list();
    due.forEach(this::send);
    if (!due.isEmpty()) {
      database.sql("update outbox set sent = now() where id in (:ids)")
          .param("ids", due.stream().map(Row::id).toList())
          .update();
    }
    return !due.isEmpty();
  }

  private void send(Row row) {
    try {
      MimeMessage mail = SampleMail.write(new MimeMessage(session), row.recipient(), row.text(), row.html());
      mail.saveChanges();
      if (relay.send(mail, () -> true).kind() != Kind.ACCEPTED) {
        throw new IllegalStateException("Not sent: " + row.recipient());
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
