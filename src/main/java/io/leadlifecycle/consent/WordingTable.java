package io.leadlifecycle.consent;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every wording that was ever in use. */
@Component
class WordingTable {

  private final JdbcClient jdbc;

  WordingTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Remembers a wording for ever. Not in a transaction: of two nodes that start at once, one comes second.
   *
   * @throws IllegalStateException if another text was in use under this name
   */
  void keep(String key, String language, String text) {
    String kept = find(key, language).orElseGet(() -> insert(key, language, text));
    if (!kept.equals(text)) {
      throw new IllegalStateException(
          Wordings.file(key, language) + " was in use with another text, which people agreed to."
              + " Put that back, and give the new text a new name.");
    }
  }

  private String insert(String key, String language, String text) {
    try {
      jdbc.sql("insert into consent_wording (wording, locale, text) values (?, ?, ?)")
          .params(key, language, text)
          .update();
      return text;
    } catch (DuplicateKeyException second) {
      return find(key, language).orElseThrow();
    }
  }

  private Optional<String> find(String key, String language) {
    return jdbc.sql("select text from consent_wording where wording = ? and locale = ?")
        .params(key, language)
        .query(String.class)
        .optional();
  }
}
