package io.leadlifecycle.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies that are no JSON, or not the JSON that anybody would send. */
final class OddBodies {

  private static final List<String> VALUES =
      List.of("null", "true", "-1", "1.5", "[]", "{}", "[null]", "{\"@type\":\"x\"}");

  private OddBodies() {}

  /** @param names of fields that the endpoint knows */
  static List<byte[]> of(List<String> names) {
    Stream<byte[]> texts = Stream.concat(texts("{\"" + names.get(0) + "\":"), VALUES.stream().map(value -> all(names, value)))
        .map(text -> text.getBytes(UTF_8));
    Stream<byte[]> bytes = Stream.of(
        ("{\"" + names.get(0) + "\":\"\u00ff\u00fe\u00c3(\"}").getBytes(ISO_8859_1), new byte[] {0, 0, 0},
        new byte[] {(byte) 0xc0});
    return Stream.concat(texts, bytes).toList();
  }

  private static Stream<String> texts(String field) {
    return Stream.of(
        "", "null", "[]", "42", "\"x\"", "{", field, field + "1," + field.substring(1) + "2}",
        "[".repeat(10_000), "[".repeat(10_000) + "]".repeat(10_000),
        "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), field + "[".repeat(900) + "]".repeat(900) + "}",
        field + "\"" + "x".repeat(1_000_000) + "\"}", field + "\"" + "x".repeat(1_100_000) + "\"}",
        field + "9".repeat(5_000) + "}", field + "1e999999999}", field + "\"a\\u0000b\"}", field + "\"\\ud800\"}",
        "{\"" + "k".repeat(100_000) + "\":1}", "<x/>", "{} {}", "\ufeff{}");
  }

  private static String all(List<String> names, String value) {
    return names.stream().map(name -> "\"" + name + "\":" + value).collect(Collectors.joining(",", "{", "}"));
  }
}
