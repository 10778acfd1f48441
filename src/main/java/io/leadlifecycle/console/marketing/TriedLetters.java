package io.leadlifecycle.console.marketing;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.consent.CompanySettings;
import io.leadlifecycle.letter.Letter;
import io.leadlifecycle.letter.Letters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the playbook's mails to made-up readers, with links that do nothing to anybody. */
@Component
class TriedLetters {

  private final Letters letters;
  private final CompanySettings company;
  private final PublicAddress publicAddress;

  TriedLetters(Letters letters, CompanySettings company, PublicAddress publicAddress) {
    this.letters = letters;
    this.company = company;
    this.publicAddress = publicAddress;
  }

  SortedMap<String, List<Locale>> templates() {
    return letters.templates();
  }

  /** Empty if the playbook has no such mail in that language. */
  Optional<Letter> write(String template, @Nullable Locale language, Reader reader) {
    return language != null && templates().getOrDefault(template, List.of()).contains(language)
        ? Optional.of(letters.write(template, language, values(reader)))
        : Optional.empty();
  }

  private Map<String, String> values(Reader reader) {
    Map<String, String> values = new HashMap<>(reader.told());
    values.putAll(Map.of(
        "senderName", "Kim Sample",
        "companyName", company.name(),
        "imprint", company.imprint(),
        "privacy", company.privacy(),
        "publicAddress", publicAddress.toString(),
        "due", "3 May 2027, 14:00 CEST"));
    values.putAll(Map.of(
        "unsubscribe", publicAddress.of("/unsubscribe/sample"),
        "preferences", publicAddress.of("/preferences/sample"),
        "confirm", publicAddress.of("/confirm/sample"),
        "notMe", publicAddress.of("/confirm/sample"),
        "leadPage", publicAddress.of("/leads/sample")));
    return values;
  }
}
