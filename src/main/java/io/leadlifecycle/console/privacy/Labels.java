package io.leadlifecycle.console.privacy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says in a reader's language what data is called, and when it was. What has no name of its own keeps its key. */
record Labels(MessageSource messages, Locale locale, ZoneId zone) {

  String section(String key) {
    return messages.getMessage("privacy.section." + key, null, key, locale);
  }

  String field(String key) {
    return messages.getMessage("privacy.field." + key, null, key, locale);
  }

  String text(Object value) {
    return value instanceof Boolean flag
        ? messages.getMessage(flag ? "privacy.yes" : "privacy.no", null, locale)
        : time(value.toString());
  }

  private String time(String text) {
    try {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.LONG)
          .withLocale(locale)
          .format(Instant.parse(text).atZone(zone));
    } catch (DateTimeParseException noTime) {
      return text;
    }
  }
}
