package io.leadlifecycle;

import jakarta.persistence.EntityManager;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;

/** The repositories of one package on a test database, without a Spring context. */
public final class TestRepositories {

  private final EntityManager entities;
  private final TransactionTemplate transactions;

  public TestRepositories(DataSource database, Class<?> neighbour) {
    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    factory.setDataSource(database);
    factory.setPackagesToScan(neighbour.getPackageName());
    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    factory.getJpaPropertyMap().put("hibernate.hbm2ddl.auto", "validate");
    factory.getJpaPropertyMap().put("hibernate.jdbc.time_zone", "UTC");
    factory.getJpaPropertyMap()
        .put("hibernate.physical_naming_strategy", CamelCaseToUnderscoresNamingStrategy.class.getName());
    factory.afterPropertiesSet();
    entities = SharedEntityManagerCreator.createSharedEntityManager(factory.getObject());
    transactions = new TransactionTemplate(new JpaTransactionManager(factory.getObject()));
  }

  public <R> R of(Class<R> type) {
    return new JpaRepositoryFactory(entities).getRepository(type);
  }

  public <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(transaction -> work.get());
  }
}
