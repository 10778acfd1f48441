package io.leadlifecycle.fuzz;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What people and attackers type: the Big List of Naughty Strings, and what is naughty here. */
final class NaughtyStrings {

  /** Only who evaluates it knows what it is. */
  static final String PRODUCT = "1098883";

  static final List<String> OURS = List.of(
      "${7*7}", "{{7*7}}", "#{7*7}", "*{7*7}", "${12347*89}", "{{12347*89}}", "#{12347*89}", "*{12347*89}",
      "__${12347*89}__::.x", "[[${12347*89}]]", "=cmd|' /C calc'!A0", "x\r\nX-Injected: 1", "x\nX-Injected: 1",
      "a\0b", "\u202egnp.exe", "\u2028", "\ud800", "\ud83d\ude00".repeat(50), "é\u0301\u0301", "%", "%zz", "%00",
      "../../../etc/passwd", "..\\..", ";jsessionid=1", "//evil.example/x", "-1", "0", "99999999999999999999",
      "1e999", "NaN", "P999999999D", "-PT1H", "PT9223372036854775807S", "null", "true", "[]", "{}",
      "00000000-0000-0000-0000-000000000000", "'\"><svg/onload=alert(1)>", "</textarea><script>alert(1)</script>",
      "x".repeat(3_000));

  private NaughtyStrings() {}

  /** Ours, and every sixth of the others: another one at each door, so that each string meets several doors. */
  static List<String> share(int door) {
    List<String> all = all();
    return IntStream.range(0, all.size())
        .filter(number -> number < OURS.size() || number % 6 == door % 6)
        .mapToObj(all::get)
        .toList();
  }

  static List<String> all() {
    try (InputStream file = NaughtyStrings.class.getResourceAsStream("/naughty/blns.json")) {
      List<String> known = new ObjectMapper().readValue(file, new TypeReference<>() {});
      return Stream.concat(OURS.stream(), known.stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
