package io.leadlifecycle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class EngineSchemaTests {

  private static final int WAITING = 200_000;

  private final List<ProcessEngine> engines = new ArrayList<>();

  static List<DataSource> databases() {
    return TestDatabases.all().toList();
  }

  @AfterEach
  void close() {
    engines.forEach(ProcessEngine::close);
  }

  @Test
  void isLaidOnceByNodesThatStartTogether() throws Exception {
    DataSource database = TestDatabases.postgres();
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    CyclicBarrier start = new CyclicBarrier(3);
    Callable<ProcessEngine> node = () -> engineOn(database, new AtTheSameTime(database, start));
    for (Future<ProcessEngine> started : nodes.invokeAll(List.of(node, node, node))) {
      engines.add(started.get());
    }
    nodes.shutdown();

    assertThat(engines).hasSize(3).allMatch(engine -> engine.getManagementService().getTableCount().size() > 40);
    assertThat(indexes(database)).containsExactly(JobIndexes.DUE, JobIndexes.LOCKED);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void isThereForWhoeverStartsLater(DataSource database) {
    engines.add(engineOn(database));
    engines.add(engineOn(database));

    assertThat(engines.get(1).getManagementService().getTableCount()).isNotEmpty();
  }

  @Test
  void isFinishedWhereANodeDiedOverIt() {
    DataSource database = TestDatabases.postgres();
    engines.add(engineOn(database));
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("update pg_index set indisvalid = false where indexrelid = 'leads_job_due'::regclass").update();

    engines.add(engineOn(database));

    assertThat(jdbc.sql("select indisvalid from pg_index where indexrelid = 'leads_job_due'::regclass")
        .query(Boolean.class).single()).isTrue();
  }

  /** What the engine itself asks, and what PostgreSQL itself counted. */
  @Test
  void letsALookForDueJobsCostLittleHoweverManyWait() {
    DataSource database = TestDatabases.postgres();
    engines.add(engineOn(database));
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("create extension pg_stat_statements").update();
    wait(jdbc, WAITING);

    look(jdbc);
    assertThat(look(jdbc)).isBetween(1L, 50L);

    jdbc.sql("drop index leads_job_due").update();
    assertThat(look(jdbc)).isGreaterThan(1_000);
  }

  private static void wait(JdbcClient jdbc, int jobs) {
    jdbc.sql("""
            insert into act_ru_job (id_, rev_, type_, exclusive_, process_instance_id_, retries_, duedate_,
                handler_type_, suspension_state_, priority_, sequence_counter_)
            select 'job' || n, 1, 'timer', true, 'process' || n, 4, now() + interval '1 day' + n * interval '1 second',
                'timer-intermediate-transition', 1, 0, 1
            from generate_series(1, :jobs) as waiting (n)""")
        .param("jobs", jobs)
        .update();
    jdbc.sql("vacuum analyze act_ru_job").update();
  }

  /** @return pages that it read, in memory or not */
  private long look(JdbcClient jdbc) {
    jdbc.sql("select pg_stat_statements_reset()").query().singleRow();
    var engine = (ProcessEngineConfigurationImpl) engines.get(0).getProcessEngineConfiguration();
    assertThat(engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor())).size()).isZero();
    return jdbc.sql("""
            select sum(shared_blks_hit + shared_blks_read) from pg_stat_statements
            where query like '%ACT_RU_JOB RES%' and dbid = (select oid from pg_database where datname = current_database())""")
        .query(Long.class)
        .single();
  }

  private static List<String> indexes(DataSource database) {
    return JdbcClient.create(database)
        .sql("select indexname from pg_indexes where indexname like 'leads_job%' order by 1")
        .query(String.class)
        .list();
  }

  /** Three engines are rarely ready for their tables in the same moment by themselves. */
  private static final class AtTheSameTime extends EngineSchema {

    private final CyclicBarrier start;

    AtTheSameTime(DataSource database, CyclicBarrier start) {
      super(database);
      this.start = start;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
      try {
        start.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
      super.postInit(engine);
    }
  }

  private static ProcessEngine engineOn(DataSource database) {
    return engineOn(database, new EngineSchema(database));
  }

  private static ProcessEngine engineOn(DataSource database, EngineSchema schema) {
    var configuration = new SpringTransactionsProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setDataSource(database);
    configuration.setTransactionManager(new DataSourceTransactionManager(database));
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setJobExecutorActivate(false);
    configuration.setEnsureJobDueDateNotNull(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    configuration.setProcessEnginePlugins(List.of(schema));
    return configuration.buildProcessEngine();
  }
}
