package io.leadlifecycle.console;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityKind;
import io.leadlifecycle.activity.ContentStage;
import io.leadlifecycle.consent.Basis;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.enrichment.Findings;
import io.leadlifecycle.handover.Call;
import io.leadlifecycle.handover.Outcome;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.CustomerType;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.Fit;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.lead.StageChange;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import io.leadlifecycle.nurture.LeftOutMail;
import io.leadlifecycle.nurture.PlannedMail;
import io.leadlifecycle.scoring.Score;
import io.leadlifecycle.scoring.Temperature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Leads with a past. */
final class LeadStories {

  static final Instant START = Instant.parse("2026-11-02T08:15:00Z");
  static final LeadId ID = LeadId.of("0199f3a0-0000-7000-8000-000000000001");

  private LeadStories() {}

  /** Downloaded a guide, was called too early by a rep, and gets mails again. */
  static Dossier calledTooEarly() {
    return calledTooEarlyWithPhone(ConsentState.NONE);
  }

  static Dossier calledTooEarlyWithPhone(ConsentState phone) {
    return new Dossier(
        erika(),
        score(),
        new ConsentProof(
            ID, ConsentState.GIVEN, Basis.DOUBLE_OPT_IN, ID + ":1", day(0.1), null, null,
            List.of(new ConsentProof.PurposeStanding(Purpose.PHONE, phone, null)),
            List.of(signUp()), List.of(), List.of()),
        new Findings(
            "https://bau.example", "+49 30 1000", "+49 30 1000-42", "https://bau.example/team", null,
            "Speaks at the autumn fair", true, "Old system\nends next summer", null),
        List.of(
            new StageChange(Stage.CAPTURED, day(0)),
            new StageChange(Stage.CONFIRMING, day(0)),
            new StageChange(Stage.QUALIFYING, day(0.1)),
            new StageChange(Stage.RESEARCHING, day(0.1)),
            new StageChange(Stage.CALLING, day(2)),
            new StageChange(Stage.NURTURED, day(3))),
        List.of(
            did(0, ActivityKind.DOWNLOAD, "guide", null),
            did(1.5, ActivityKind.PAGE_VIEW, null, "/prices"),
            did(2, ActivityKind.DEMO_REQUEST, "demo", null)),
        List.of(
            mail("opt-in", "Please confirm your address", MailState.SENT, 0),
            mail("basics-1", "Where processes get stuck", MailState.SENT, 5),
            mail("basics-2", "A process that people read", MailState.CANCELLED, 6)),
        List.of(
            new PlannedMail("basics", 3, "basics-3", "Three rules for good models", day(21)),
            new PlannedMail("basics", 4, "basics-4", "What it costs to wait", day(24))),
        List.of(new LeftOutMail("erp", 1, "erp-1", "One order number", "The lead wants no mails on ERP", day(9))),
        List.of(
            new Call("sam", "salesReps", day(2), day(2.2), day(2.2), Outcome.NOT_YET, "Next year", day(3))),
        Map.of("guide", "The BPM guide", "demo", "A demo"));
  }

  private static ConsentProof.Request signUp() {
    var box = new ConsentProof.Box(Purpose.NURTURE, "nurture-1", "I want mails about process automation.");
    return new ConsentProof.Request(
        1, List.of(box), "de", "erika@bau.example", "forms/guide", "1", day(0), null, null, null, day(7), day(0.1),
        null, null);
  }

  static Instant day(double day) {
    return START.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
  }

  private static Lead erika() {
    Contact contact =
        new Contact(
            new EmailAddress("erika@bau.example"), "Erika", "Muster", "Bau AG", "https://bau.example",
            "+49 30 1000", "Head of Operations", "DE", "Construction", 1200, 50000, CustomerType.B2B,
            Locale.GERMAN, ZoneId.of("Europe/Berlin"), "trade-fair");
    return new Lead(
        ID, contact, Stage.NURTURED, day(3), Fit.GOOD_FIT, "A company of our size", null, true, day(0));
  }

  private static Score score() {
    return new Score(
        12.5, 5, "Decides for a department.", Temperature.WARM, "Engagement of 6 or more",
        List.of(
            new Score.Part("Download, consideration", 1, 5.5, false),
            new Score.Part("Page views", 40, 7, true)),
        day(4));
  }

  private static Activity did(double day, ActivityKind kind, String offer, String detail) {
    return new Activity(ID, kind + "-" + day, kind, offer, ContentStage.CONSIDERATION, detail, day(day));
  }

  private static MailEntry mail(String template, String subject, MailState state, double day) {
    boolean sent = state.countsAsSent();
    return new MailEntry(
        template, MailClass.NURTURE, ID.toString(), template, subject, state,
        sent ? "Accepted by the server" : "Overtaken by a mail of higher rank",
        template + "@leads.example", day(day), day(day), sent ? day(day) : null, ID + ":1", null, null);
  }
}
