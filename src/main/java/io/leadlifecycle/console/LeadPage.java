package io.leadlifecycle.console;

import static io.leadlifecycle.console.Wording.label;

import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.consent.Purpose;
import io.leadlifecycle.enrichment.Findings;
import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One lead with all we know, as its page shows it.
 *
 * @param line role and company
 * @param earlier how much of the timeline is older than what is shown
 */
record LeadPage(
    LeadId id,
    String name,
    String line,
    Dossier dossier,
    List<Fact> person,
    List<Fact> company,
    List<Fact> findings,
    LeadMails mails,
    List<Timeline.Entry> timeline,
    int earlier) {

  private static final int SHOWN = 200;

  static LeadPage of(Dossier dossier) {
    Lead lead = dossier.lead();
    Contact contact = lead.contact();
    List<Timeline.Entry> timeline = Timeline.of(dossier);
    int shown = Math.min(timeline.size(), SHOWN);
    return new LeadPage(
        lead.id(),
        contact.displayName(),
        line(contact.role(), contact.company()),
        dossier,
        person(lead, dossier.consent()),
        company(contact),
        findings(dossier.findings(), contact),
        LeadMails.of(dossier),
        timeline.subList(0, shown),
        timeline.size() - shown);
  }

  private static String line(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }

  private static List<Fact> person(Lead lead, ConsentProof consent) {
    Contact contact = lead.contact();
    return Fact.known(
        Fact.mail("E-mail", contact.email().value()),
        Fact.phone("Phone", contact.phone()),
        Fact.of("Role", contact.role()),
        Fact.of("Language", contact.locale().getDisplayLanguage(Locale.ENGLISH)),
        Fact.of("Time zone", contact.timeZone()),
        Fact.of("Source", contact.source()),
        Fact.of("Calls", calls(lead, consent)));
  }

  /** Whoever asked to be contacted may be called without more ado, unless they withdrew since (§7(2) UWG). */
  private static String calls(Lead lead, ConsentProof consent) {
    ConsentState state = consent.purposes().stream()
        .filter(standing -> standing.purpose() == Purpose.PHONE)
        .map(ConsentProof.PurposeStanding::state)
        .findFirst()
        .orElse(ConsentState.NONE);
    return switch (state) {
      case WITHDRAWN -> "withdrawn: do not call";
      case GIVEN -> "agreed to";
      default -> lead.askedForContact() ? "asked for" : "not agreed to";
    };
  }

  private static List<Fact> company(Contact contact) {
    return Fact.known(
        Fact.of("Company", contact.company()),
        Fact.page("Website", contact.website()),
        Fact.of("Country", country(contact.country())),
        Fact.of("Industry", contact.industry()),
        Fact.of("Employees", number(contact.employees())),
        Fact.of("Yearly budget", contact.budget() == null ? null : number(contact.budget()) + " €"),
        Fact.of("Buys", contact.customerType() == null ? null : label(contact.customerType())));
  }

  /** Without what the lead told us itself. */
  private static List<Fact> findings(Findings found, Contact contact) {
    return Fact.known(
        Fact.page("Homepage", unless(found.homepage(), contact.website())),
        Fact.phone("Phone", unless(found.phone(), contact.phone())),
        Fact.phone("Direct dial", found.directDial()),
        Fact.page("Team page", found.teamPage()),
        Fact.of("Social profiles", found.socialProfiles()),
        Fact.of("Press and events", found.pressAndEvents()),
        Fact.of("Newsletter", found.newsletterSubscribed() ? "we read theirs" : null),
        Fact.of("Notes", found.notes()),
        Fact.page("Folder", found.folder()));
  }

  private static @Nullable String unless(@Nullable String found, @Nullable String told) {
    return Objects.equals(found, told) ? null : found;
  }

  private static @Nullable String country(@Nullable String code) {
    return code == null
        ? null
        : new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH);
  }

  private static @Nullable String number(@Nullable Integer number) {
    return number == null ? null : String.format(Locale.ENGLISH, "%,d", number);
  }
}
