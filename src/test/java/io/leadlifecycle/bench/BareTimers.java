package io.leadlifecycle.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timers that fall due at once. */
final class BareTimers implements Work {

  private final BareEngine bare;
  private final JdbcClient database;
  private final BareStarts starts;
  private CountDownLatch left = new CountDownLatch(0);

  BareTimers(BareEngine bare) {
    this.bare = bare;
    this.database = JdbcClient.create(bare.database());
    this.starts = new BareStarts(bare);
  }

  /** Instances live on from round to round: their timers are wound back. */
  @Override
  public void load(int size) throws InterruptedException {
    int waiting = database.sql("select count(*) from act_ru_job").query(Integer.class).single();
    starts.load(Math.max(0, size - waiting));
    starts.go();
    database.sql("""
            update act_ru_job set duedate_ = now() - interval '1 hour'
            where id_ in (select id_ from act_ru_job order by id_ limit :size)""")
        .param("size", size)
        .update();
    database.sql("vacuum analyze").update();
    left = bare.loop().expect(size);
  }

  @Override
  public void go() throws InterruptedException {
    bare.jobs().start();
    if (!left.await(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException(left.getCount() + " timers are left");
    }
    bare.jobs().shutdown();
  }
}
