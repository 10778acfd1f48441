package io.leadlifecycle.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places that are still open, each for the value of that name. In a text that is yet to be rendered they
 * are marks that mean nothing to Markdown.
 *
 * @param words what stands before, between and behind the places: one more than there are places
 */
record OpenText(List<String> words, List<String> places) {

  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern MARK = Pattern.compile(OPEN + "(#?\\w+)" + CLOSE);

  static String mark(String place) {
    return OPEN + place + CLOSE;
  }

  static OpenText of(String marked) {
    List<String> words = new ArrayList<>();
    List<String> places = new ArrayList<>();
    int end = 0;
    for (Matcher mark = MARK.matcher(marked); mark.find(); end = mark.end()) {
      words.add(marked.substring(end, mark.start()));
      places.add(mark.group(1));
    }
    words.add(marked.substring(end));
    return new OpenText(words, places);
  }

  boolean isClosed() {
    return places.isEmpty();
  }

  /** @param value of each place */
  String filled(UnaryOperator<String> value) {
    StringBuilder filled = new StringBuilder(words.get(0));
    for (int i = 0; i < places.size(); i++) {
      filled.append(value.apply(places.get(i))).append(words.get(i + 1));
    }
    return filled.toString();
  }
}
