package io.leadlifecycle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes what it is asked to prepare: each is a round trip. */
public final class WatchedDatabase extends DelegatingDataSource {

  private final List<String> prepared = new CopyOnWriteArrayList<>();

  public WatchedDatabase(DataSource database) {
    super(database);
  }

  /** What was prepared since it was last told to forget, in its order. */
  public List<String> prepared() {
    return prepared;
  }

  public void forget() {
    prepared.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection) Proxy.newProxyInstance(
        WatchedDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")) {
            prepared.add((String) arguments[0]);
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
