package io.leadlifecycle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where and when it was measured. */
record Machine(int cores, long memoryInGigabytes, String java, String postgres, LocalDate day) {

  static Machine ofThis(DataSource database) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String version = JdbcClient.create(database).sql("show server_version").query(String.class).single();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Math.round(system.getTotalMemorySize() / Math.pow(2, 30)),
        System.getProperty("java.version"),
        version.split(" ")[0],
        LocalDate.now());
  }

  @Override
  public String toString() {
    return "%d cores shared by all, %d GB of memory, Java %s, PostgreSQL %s, %s"
        .formatted(cores, memoryInGigabytes, java, postgres, day);
  }
}
