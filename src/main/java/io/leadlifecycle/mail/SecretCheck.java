package io.leadlifecycle.mail;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether addresses are hashed as before. With another secret, the program would know no address any more: it
 * would forget every unsubscribe, and every cap.
 */
@Component
class SecretCheck {

  /** @throws IllegalStateException if {@code leads.mail.secret} is not the one that this database was begun with */
  SecretCheck(JdbcClient jdbc, FirstInsert firstInsert, AddressHash hash) {
    String ours = hash.of("the secret itself");
    firstInsert.of(() ->
        jdbc.sql("insert into mail_secret (id, fingerprint) values (1, ?)").param(ours).update());
    String first = jdbc.sql("select fingerprint from mail_secret").query(String.class).single();
    if (!first.equals(ours)) {
      throw new IllegalStateException(
          "leads.mail.secret is not the one that this database was begun with. With another one, unsubscribes and caps "
              + "would be forgotten: set the former secret again");
    }
  }
}
