package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The wordings in use, in German for Germans and in English for everybody else. The database remembers each that
 * ever was, so that nobody changes what people agreed to.
 */
@Component
class Wordings {

  private static final List<String> LANGUAGES = List.of("de", "en");

  private final ConsentSettings settings;
  private final CompanySettings company;

  /** @throws IllegalStateException that names a file which says something else than it did */
  Wordings(ConsentSettings settings, CompanySettings company, JdbcClient jdbc) {
    this.settings = settings;
    this.company = company;
    for (Purpose purpose : Purpose.values()) {
      LANGUAGES.forEach(language -> remember(settings.wordingFor(purpose), language, jdbc));
    }
    jdbc.sql("select * from consent_wording order by wording, language")
        .query((row, number) -> new Known(
            row.getString("wording"), row.getString("language"), row.getString("wording_text")))
        .list()
        .forEach(Known::check);
  }

  Wording of(Purpose purpose, Locale locale) {
    String key = settings.wordingFor(purpose);
    String language = locale.getLanguage().equals("de") ? "de" : "en";
    return new Wording(key, read(file(key, language)).replace("{company}", company.name()));
  }

  /** A node that starts at the same time may be first: it remembers the same. */
  private static void remember(String key, String language, JdbcClient jdbc) {
    ClassPathResource file = file(key, language);
    boolean known = jdbc.sql("select 1 from consent_wording where wording = ? and language = ?")
        .params(key, language)
        .query(Integer.class)
        .optional()
        .isPresent();
    try {
      if (!known) {
        jdbc.sql("insert into consent_wording (wording, language, wording_text) values (?, ?, ?)")
            .params(key, language, read(file))
            .update();
      }
    } catch (DuplicateKeyException first) {
      remember(key, language, jdbc);
    }
  }

  private record Known(String key, String language, String text) {

    /** A file that is gone cannot mislead anybody. */
    void check() {
      ClassPathResource file = file(key, language);
      if (file.exists() && !read(file).equals(text)) {
        throw new IllegalStateException(
            file.getPath() + " says something else than people agreed to. Give it its former text back, and put "
                + "the new one into a file with a new name");
      }
    }
  }

  private static ClassPathResource file(String key, String language) {
    return new ClassPathResource("consent/%s.%s.txt".formatted(key, language));
  }

  private static String read(ClassPathResource file) {
    try {
      return file.getContentAsString(UTF_8).strip().replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("The wording " + file.getPath() + " is missing", e);
    }
  }
}
