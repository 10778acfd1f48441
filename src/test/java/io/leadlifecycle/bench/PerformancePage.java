package io.leadlifecycle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of the documentation that shows what was measured, between two marks. */
record PerformancePage(Path file) {

  private static final String BEGIN = "<!-- figures: begin -->\n";
  private static final String END = "<!-- figures: end -->";
  private static final String CHART = "![Bars of what is done per second](images/performance.svg)\n";

  /** Puts it in the place of what was measured before. */
  void show(String figures) throws IOException {
    Files.writeString(file, shown(Files.readString(file), figures));
  }

  static String shown(String page, String figures) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END, Math.max(0, begin));
    if (begin < 0 || end < 0) {
      throw new IllegalArgumentException("The page does not say where its figures begin and end");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + figures + "\n" + CHART + "\n" + page.substring(end);
  }
}
