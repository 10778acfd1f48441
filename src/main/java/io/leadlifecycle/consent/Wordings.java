package io.leadlifecycle.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The wording in use, in German for Germans and in English for everybody else. */
@Component
class Wordings {

  private final String key;
  private final Wording german;
  private final Wording english;

  Wordings(ConsentSettings settings, CompanySettings company) {
    key = settings.wording();
    german = read("de", company);
    english = read("en", company);
  }

  Wording in(Locale locale) {
    return locale.getLanguage().equals("de") ? german : english;
  }

  private Wording read(String language, CompanySettings company) {
    try {
      String text = new ClassPathResource("consent/%s.%s.txt".formatted(key, language)).getContentAsString(UTF_8);
      return new Wording(key, text.strip().replace("{company}", company.name()));
    } catch (IOException e) {
      throw new UncheckedIOException("The wording " + key + " is missing in " + language, e);
    }
  }
}
