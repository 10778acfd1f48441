package io.leadlifecycle.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the engine may be given as a variable: a text, a number, a boolean or a date, whose type may be named. With
 * other types, and with a value that does not fit its type, the engine stumbles.
 */
record PlainVariable(String name, JsonNode written) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  /** Each reads a value, or throws. */
  private static final Map<String, Consumer<String>> TYPES = Map.of(
      "string", text -> {},
      "boolean", text -> require(text.matches("true|false"), text),
      "integer", Integer::valueOf,
      "long", Long::valueOf,
      "double", text -> require(Double.isFinite(Double.parseDouble(text)), text),
      "date", text -> OffsetDateTime.parse(text, DATE),
      "null", text -> require(false, text));

  /** @throws BadInput that names it, if it is anything else */
  void check() {
    check(written.isObject(), "must be a JSON object with a value");
    JsonNode value = written.path("value");
    String type = written.path("type").asText("null");
    boolean isUntyped = !written.hasNonNull("type");
    check(!value.isContainerNode(), "must be text, a number or a boolean");
    check(isUntyped || TYPES.containsKey(lower(type)), "must be text, a number or a boolean, and no " + type);
    check(isUntyped || value.isMissingNode() || value.isNull() || fits(value.asText(), type), "is no " + type);
  }

  private static boolean fits(String value, String type) {
    try {
      TYPES.get(lower(type)).accept(value);
      return true;
    } catch (RuntimeException unfit) {
      return false;
    }
  }

  private static String lower(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static void require(boolean fits, String value) {
    if (!fits) {
      throw new IllegalArgumentException(value);
    }
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      throw new BadInput(name + ": " + fault);
    }
  }
}
