package io.leadlifecycle.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Something we know about a lead, or do not. @param link where it leads to, if it leads anywhere */
record Fact(String label, @Nullable String text, @Nullable String link) {

  /** Those that we know. */
  static List<Fact> known(Fact... facts) {
    return Stream.of(facts).filter(fact -> fact.text != null && !fact.text.isBlank()).toList();
  }

  static Fact of(String label, @Nullable Object value) {
    return new Fact(label, value == null ? null : value.toString(), null);
  }

  /** Leads typed it: only what is plainly a page of the web becomes a link. */
  static Fact page(String label, @Nullable String address) {
    boolean isPage = address != null && address.matches("(?i)https?://\\S+");
    return new Fact(label, address, isPage ? address : null);
  }

  static Fact phone(String label, @Nullable String number) {
    String digits = number == null ? "" : number.replaceAll("[^0-9+]", "");
    return new Fact(label, number, digits.length() < 3 ? null : "tel:" + digits);
  }

  static Fact mail(String label, String address) {
    return new Fact(label, address, "mailto:" + UriUtils.encodePathSegment(address, StandardCharsets.UTF_8));
  }
}
