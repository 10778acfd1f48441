package io.leadlifecycle.capture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadlifecycle.Seal;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When somebody opened which form, signed, so that nobody can make it up: it travels with the form. A form is
 * named with its version, so that a stamp also tells what was shown.
 */
@Component
class FormStamp {

  private static final Pattern STAMP = Pattern.compile("([0-9]{1,12})\\.([0-9a-f]{64})");

  private final FormSettings settings;
  private final Clock clock;

  FormStamp(FormSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** For a form that is opened now. */
  String of(String form) {
    long second = clock.instant().getEpochSecond();
    return second + "." + signature(form, second);
  }

  /** When this form was opened; empty if the stamp is not ours, or is that of another form. */
  Optional<Instant> read(String form, @Nullable String stamp) {
    Matcher parts = STAMP.matcher(stamp == null ? "" : stamp);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long second = Long.parseLong(parts.group(1));
    boolean isOurs = MessageDigest.isEqual(
        signature(form, second).getBytes(UTF_8), parts.group(2).getBytes(UTF_8));
    return isOurs ? Optional.of(Instant.ofEpochSecond(second)) : Optional.empty();
  }

  private String signature(String form, long second) {
    return Seal.name(settings.secret(), "form stamp", form + ":" + second);
  }
}
