package io.leadlifecycle.journey;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays the engine's tables, and the indexes by which its search for due jobs costs the same among ten thousand and
 * among a million that wait. Nodes that start together on an empty database take turns: left to itself, the engine
 * lets all but one of them fail.
 */
@Component
class EngineSchema extends AbstractProcessEnginePlugin {

  private final DataSource database;

  EngineSchema(DataSource database) {
    this.database = database;
  }

  /** When the engine looks at its tables itself, some steps later, they are there. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getDatabaseType().equals("postgres")) {
      NodesTurn.take(database, own -> {
        layTables(engine);
        JobIndexes.layBesideWork(own);
      });
    } else {
      layTables(engine);
      JobIndexes.lay(JdbcClient.create(database));
    }
  }

  private static void layTables(ProcessEngineConfigurationImpl engine) {
    engine.getCommandExecutorSchemaOperations().execute(engine.getSchemaOperationsCommand());
  }
}
