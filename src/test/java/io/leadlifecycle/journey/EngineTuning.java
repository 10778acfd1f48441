package io.leadlifecycle.journey;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives an engine that knows nothing of leads what makes ours quick. */
public final class EngineTuning {

  private EngineTuning() {}

  /** Before it is built. */
  public static void keepOnlyReadableHistory(ProcessEngineConfigurationImpl engine) {
    engine.setCustomHistoryLevels(new ArrayList<>(List.of(new ReadableHistory())));
    engine.setHistory(ReadableHistory.NAME);
  }

  /** When its tables are there. */
  public static void layIndexes(DataSource database) {
    JobIndexes.layBesideWork(JdbcClient.create(database));
  }
}
