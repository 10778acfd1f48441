package io.leadlifecycle.console;

import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.consent.Basis;
import io.leadlifecycle.consent.ConsentEvent;
import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.handover.Outcome;
import io.leadlifecycle.lead.CustomerType;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.scoring.Temperature;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the pages say what the program knows, with times in one zone. Templates know it as {@code say}. */
public record Wording(ZoneId zone) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm zzz", Locale.ENGLISH);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

  /** Such as {@code 23 Nov 2026, 10:05 CET}. */
  public String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /** To the second and in UTC, as proofs say it, such as {@code 2026-11-23 09:05:07 UTC}. */
  public static String second(Instant at) {
    return SECOND.format(at.atOffset(ZoneOffset.UTC));
  }

  /**
   * Where the consent that a mail names stands on the page of the proof.
   *
   * @param consent such as {@code <lead>:2} or {@code <lead>:basis:1}
   */
  public static String anchor(String consent) {
    return "consent-" + consent.substring(consent.indexOf(':') + 1).replace(':', '-');
  }

  /** To one decimal, if it has any. */
  public static String points(double points) {
    return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(points);
  }

  public static String label(Stage stage) {
    return switch (stage) {
      case CAPTURED -> "Captured";
      case CONFIRMING -> "Confirming address";
      case QUALIFYING -> "Being qualified";
      case RESEARCHING -> "Being researched";
      case NURTURED -> "Nurtured";
      case QUIET -> "Quiet";
      case CALLING -> "To be called";
      case CUSTOMER -> "Customer";
      case LOST -> "Lost";
      case NOT_A_FIT -> "Not a fit";
      case NOT_CONFIRMED -> "Not confirmed";
      case NEVER_AGREED -> "Never agreed to mail";
      case UNSUBSCRIBED -> "Unsubscribed";
      case GONE_COLD -> "Gone cold";
    };
  }

  public static String label(Fit fit) {
    return switch (fit) {
      case GOOD_FIT -> "Good fit";
      case LOW_CHANCE -> "Low chance";
      case NO_FIT -> "No fit";
      case UNCLEAR -> "Unclear";
    };
  }

  public static String label(Temperature temperature) {
    return switch (temperature) {
      case COLD -> "Cold";
      case WARM -> "Warm";
      case HOT -> "Hot";
    };
  }

  public static String label(ConsentState consent) {
    return switch (consent) {
      case NONE -> "Not asked for";
      case REQUESTED -> "Not confirmed yet";
      case GIVEN -> "Given";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  public static String label(Purpose purpose) {
    return switch (purpose) {
      case NURTURE -> "Mails";
      case MEASURING -> "Measuring of mails";
      case PHONE -> "Calls";
    };
  }

  public static String label(Basis basis) {
    return switch (basis) {
      case DOUBLE_OPT_IN -> "Double opt-in";
      case IMPORTED -> "Consent given elsewhere";
      case EXISTING_CUSTOMER -> "Existing customer, §7(3) UWG";
    };
  }

  public static String label(ConsentEvent.Kind kind) {
    return switch (kind) {
      case GIVEN -> "Given";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  public static String label(MailState state) {
    return switch (state) {
      case PENDING, CLAIMED -> "Waiting";
      case SENDING -> "Being sent";
      case DEFERRED -> "To be tried again";
      case SENT -> "Sent";
      case FAILED -> "Failed";
      case UNKNOWN -> "Perhaps sent";
      case CANCELLED -> "Cancelled";
      case EXPIRED -> "Expired";
      case SKIPPED -> "Skipped";
    };
  }

  public static String label(Outcome outcome) {
    return switch (outcome) {
      case WON -> "Won";
      case LOST -> "Lost";
      case NOT_YET -> "Not yet";
      case NO_FIT -> "Not a fit";
    };
  }

  public static String label(ActivityKind kind) {
    return switch (kind) {
      case PAGE_VIEW -> "Viewed a page";
      case BLOG_POST -> "Read a blog post";
      case DOWNLOAD -> "Downloaded";
      case WEBINAR -> "Attended a webinar";
      case MAIL_CLICK -> "Clicked in a mail";
      case CONTACT_REQUEST -> "Asked to be contacted";
      case DEMO_REQUEST -> "Asked for a demo";
    };
  }

  public static String label(CustomerType type) {
    return switch (type) {
      case B2B -> "For a company";
      case B2C -> "For a private person";
    };
  }

  public static String label(Timeline.Kind kind) {
    return switch (kind) {
      case STAGE -> "Stage";
      case ACTIVITY -> "Activity";
      case CONSENT -> "Consent";
      case MAIL -> "Mail";
      case CALL -> "Call";
    };
  }

  /** The name of the style that gives it its colour; says nothing that the label does not. */
  public static String tone(Enum<?> fact) {
    return "tone-" + fact.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
