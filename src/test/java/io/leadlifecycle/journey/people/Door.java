package io.leadlifecycle.journey.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;

/**
 * A row of a table in {@code doors/}: a request, and what each caller is answered.
 *
 * @param path as it was mapped; anything does for its variables
 */
record Door(String method, String path, Map<String, Answer> answers) {

  static List<Door> of(String table) {
    List<String[]> rows = lines(table).stream().map(line -> line.split(" +")).toList();
    return rows.stream().skip(1).map(row -> of(rows.get(0), row)).toList();
  }

  private static Door of(String[] head, String[] row) {
    if (head.length != row.length) {
      throw new IllegalArgumentException("Not one answer for each caller: " + String.join(" ", row));
    }
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (int column = 2; column < row.length; column++) {
      answers.put(head[column], Answer.valueOf(row[column]));
    }
    return new Door(row[0], row[1], answers);
  }

  private static List<String> lines(String table) {
    try {
      String text = new ClassPathResource("doors/" + table).getContentAsString(StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n")).filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same resource, where it is for engines that have a name. */
  Door ofNamedEngine() {
    return new Door(method, path.replace("/engine-rest/", "/engine-rest/engine/{name}/"), answers);
  }

  String request() {
    return method + " " + path;
  }

  /** Who is answered otherwise than the table says, and how. */
  Map<String, Integer> lies(Callers callers) {
    Map<String, Integer> lies = new TreeMap<>();
    answers.forEach((caller, answer) -> {
      HttpResponse<String> given = callers.named(caller, path).ask(method, address());
      if (!answer.fits(given)) {
        lies.put(caller + " " + answer, given.statusCode());
      }
    });
    return lies;
  }

  boolean isButtonOnAPage() {
    return method.equals("POST") && answers.get("stranger") == Answer.LOGIN;
  }

  /** With something for the variables. */
  String address() {
    return path.replace("{name}", "default").replaceAll("\\{[^}]+}|\\*\\*", "4711");
  }

  @Override
  public String toString() {
    return request();
  }
}
