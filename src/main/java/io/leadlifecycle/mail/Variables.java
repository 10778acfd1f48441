package io.leadlifecycle.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.leadlifecycle.Seal;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The values of a mail's variables, as JSON in its ledger row, sealed: they hold links that speak for their
 * reader. Once nobody will send the mail any more, nothing of them is left.
 */
@Component
class Variables {

  static final String FORGOTTEN = "";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Seal seal;

  Variables(MailSettings settings) {
    seal = new Seal(settings.secret(), "mail variables");
  }

  String write(Map<String, String> values) {
    try {
      return seal.close(JSON.writeValueAsString(values));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("These values cannot be written as JSON", e);
    }
  }

  /** Nothing, where they were forgotten. */
  Map<String, String> readOrNothing(String sealed) {
    return sealed.equals(FORGOTTEN) ? Map.of() : read(sealed);
  }

  /** @throws IllegalStateException that quotes nothing of them */
  Map<String, String> read(String sealed) {
    try {
      return JSON.readValue(seal.open(sealed), TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The mail ledger holds variables that are not JSON");
    }
  }
}
