package io.leadlifecycle.enrichment;

import io.leadlifecycle.lead.Contact;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rep found out about a lead. Blank texts are null; a web address without a scheme gets {@code https}.
 *
 * @param phone company number
 * @param directDial the person's own number
 * @param socialProfiles one a line, as are {@code pressAndEvents}
 * @param folder link to a folder with more
 */
@Embeddable
public record Findings(
    @Nullable String homepage,
    @Nullable String phone,
    @Nullable String directDial,
    @Nullable String teamPage,
    @Nullable String socialProfiles,
    @Nullable String pressAndEvents,
    boolean newsletterSubscribed,
    @Nullable String notes,
    @Nullable String folder) {

  /** @throws InvalidFindings naming the field that is wrong */
  public Findings {
    homepage = Finding.webAddress("homepage", homepage);
    phone = Finding.line("phone", phone);
    directDial = Finding.line("directDial", directDial);
    teamPage = Finding.webAddress("teamPage", teamPage);
    socialProfiles = Finding.text("socialProfiles", socialProfiles);
    pressAndEvents = Finding.text("pressAndEvents", pressAndEvents);
    notes = Finding.text("notes", notes);
    folder = Finding.webAddress("folder", folder);
  }

  /** Nothing of the person: this may be logged. */
  @Override
  public String toString() {
    return "findings";
  }

  /** What the lead itself told us. It typed what it liked, so a homepage that is none is left out. */
  static Findings toldBy(Contact contact) {
    String homepage = Optional.ofNullable(contact.website()).filter(Finding::isWebAddress).orElse(null);
    return new Findings(homepage, contact.phone(), null, null, null, null, false, null, null);
  }

  /** These findings, and where they are blank, the earlier ones; the newsletter is never blank. */
  Findings over(Findings earlier) {
    return new Findings(
        first(homepage, earlier.homepage),
        first(phone, earlier.phone),
        first(directDial, earlier.directDial),
        first(teamPage, earlier.teamPage),
        first(socialProfiles, earlier.socialProfiles),
        first(pressAndEvents, earlier.pressAndEvents),
        newsletterSubscribed,
        first(notes, earlier.notes),
        first(folder, earlier.folder));
  }

  private static @Nullable String first(@Nullable String now, @Nullable String before) {
    return now == null ? before : now;
  }
}
