package io.leadlifecycle;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Keeps PostgreSQL from quoting the row that it refuses: its words end up in exceptions, and with them in the log
 * and in the engine's tables.
 */
@Component
class DiscreetDatabase implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
      pool.addDataSourceProperty("logServerErrorDetail", "false");
    }
    return bean;
  }
}
