package io.leadlifecycle.capture;

import io.leadlifecycle.limits.Network;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the fields of a lead may hold. */
final class Readers {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+-]*:.*");
  private static final Set<Byte> UNPRINTABLE = Set.of(
      Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE);
  private static final Map<String, Boolean> ANSWERS = Map.of("true", true, "false", false);
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private Readers() {}

  static Reader<String> text(int maxLength) {
    return value -> stripped(value, maxLength, "must be text");
  }

  static Reader<Integer> wholeNumber() {
    return value -> {
      String digits = stripped(isWhole(value) ? value.toString() : value, 200, "must be a whole number");
      return digits == null ? null : number(digits);
    };
  }

  static Reader<Boolean> yesOrNo() {
    return value -> {
      Object said = value instanceof Boolean ? value.toString() : value;
      String text = stripped(said, 200, "must be true or false");
      return text == null ? null : choice(text.toLowerCase(Locale.ROOT), ANSWERS);
    };
  }

  static <E extends Enum<E>> Reader<E> oneOf(E[] values) {
    Map<String, E> byName = Stream.of(values).collect(Collectors.toMap(Enum::name, e -> e));
    return text(200).then(text -> choice(text.toUpperCase(Locale.ROOT), byName));
  }

  static Reader<Locale> language() {
    Map<String, Locale> languages = Map.of("de", Locale.GERMAN, "en", Locale.ENGLISH);
    return text(200).then(text -> choice(text.toLowerCase(Locale.ROOT), languages));
  }

  static Reader<String> country() {
    return text(200)
        .then(text -> text.toUpperCase(Locale.ROOT))
        .then(code -> require(code, COUNTRIES::contains, "is no country code (ISO 3166-1, such as DE)"));
  }

  static Reader<ZoneId> timeZone() {
    return text(200)
        .then(text -> require(text, ZONES::contains, "is no time zone (such as Europe/Berlin)"))
        .then(ZoneId::of);
  }

  /** @throws IllegalArgumentException if it is none */
  static String ipAddress(String text) {
    Network.of(text);
    return text;
  }

  /** What of a text may stand in a field, and no more of it than that. */
  static String printable(String text, int most) {
    return text.codePoints().filter(Readers::isPrintable).limit(most).collect(
        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  static Reader<String> phone() {
    return text(50).then(text -> require(text, t -> t.matches("[0-9 +()/.\\-]*[0-9][0-9 +()/.\\-]*"),
        "may only have digits, spaces and + ( ) / . -"));
  }

  /** People write {@code acme.com} and mean {@code https://acme.com}. */
  static Reader<String> website() {
    return text(500)
        .then(text -> SCHEME.matcher(text).matches() ? text : "https://" + text)
        .then(text -> require(text, t -> t.length() <= 500, "is longer than 500 characters"))
        .then(text -> require(text, Readers::isWebAddress, "is no web address (http or https)"));
  }

  private static @Nullable String stripped(@Nullable Object value, int maxLength, String wrongType) {
    String text = (String) require(value == null ? "" : value, String.class::isInstance, wrongType);
    require(text, t -> t.codePoints().allMatch(Readers::isPrintable), "has control characters");
    require(text.strip(), t -> t.length() <= maxLength, "is longer than " + maxLength + " characters");
    return text.isBlank() ? null : text.strip();
  }

  /**
   * No control characters, line breaks, broken surrogates, nor marks that turn the direction of the text
   * around them.
   */
  static boolean isPrintable(int codePoint) {
    boolean turnsText = codePoint >= 0x202A && codePoint <= 0x202E
        || codePoint >= 0x2066 && codePoint <= 0x2069;
    return !turnsText && !UNPRINTABLE.contains((byte) Character.getType(codePoint));
  }

  private static boolean isWhole(@Nullable Object value) {
    return value instanceof Integer || value instanceof Long || value instanceof Short
        || value instanceof BigInteger;
  }

  private static Integer number(String digits) {
    require(digits, d -> d.matches("[+-]?[0-9]{1,100}"), "must be a whole number");
    BigInteger number = require(new BigInteger(digits), n -> n.signum() >= 0, "must not be negative");
    return require(number, n -> n.compareTo(MOST) <= 0, "is too large").intValue();
  }

  private static <T> T choice(String text, Map<String, T> choices) {
    String names = choices.keySet().stream().sorted().collect(Collectors.joining(" or "));
    return choices.get(require(text, choices::containsKey, "must be " + names));
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      String host = uri.getRawAuthority();
      return Set.of("http", "https").contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT))
          && host != null && host.contains(".");
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static <T> T require(T value, Predicate<? super T> rule, String fault) {
    if (!rule.test(value)) {
      throw new IllegalArgumentException(fault);
    }
    return value;
  }
}
