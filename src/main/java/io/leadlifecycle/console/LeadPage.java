package io.leadlifecycle.console;

import static io.leadlifecycle.console.Wording.label;

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
        person(lead),
        company(contact),
        findings(dossier.findings()),
        LeadMails.of(dossier),
        timeline.subList(0, shown),
        timeline.size() - shown);
  }

  private static String line(@Nullable String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }

  private static List<Fact> person(Lead lead) {
    Contact contact = lead.contact();
    return Fact.known(
        Fact.mail("E-mail", contact.email().value()),
        Fact.phone("Phone", contact.phone()),
        Fact.of("Role", contact.role()),
        Fact.of("Language", contact.locale().getDisplayLanguage(Locale.ENGLISH)),
        Fact.of("Time zone", contact.timeZone()),
        Fact.of("Source", contact.source()),
        Fact.of("Asked for a call", lead.askedForContact() ? "yes" : null));
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

  private static List<Fact> findings(Findings found) {
    return Fact.known(
        Fact.page("Homepage", found.homepage()),
        Fact.phone("Phone", found.phone()),
        Fact.phone("Direct dial", found.directDial()),
        Fact.page("Team page", found.teamPage()),
        Fact.of("Social profiles", found.socialProfiles()),
        Fact.of("Press and events", found.pressAndEvents()),
        Fact.of("Newsletter", found.newsletterSubscribed() ? "we read theirs" : null),
        Fact.of("Notes", found.notes()),
        Fact.page("Folder", found.folder()));
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
