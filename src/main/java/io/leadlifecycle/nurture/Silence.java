package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.Mails;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How long nobody heard anything: neither the lead of us, nor we of the lead. */
@Component
class Silence {

  private final Activities activities;
  private final Mails mails;
  private final NurtureSettings settings;

  Silence(Activities activities, Mails mails, NurtureSettings settings) {
    this.activities = activities;
    this.mails = mails;
    this.settings = settings;
  }

  /** When it has lasted so long that the lead counts as lost from sight. */
  Instant endOf(Lead lead) {
    Stream<Instant> heard = activities.of(lead.id()).stream().map(Activity::at);
    Stream<Instant> written =
        mails.of(lead.id().toString()).stream()
            .filter(mail -> mail.mailClass() == MailClass.NURTURE)
            .filter(mail -> !mail.state().isFinal() || mail.state().countsAsSent())
            .map(Received::at);
    return Stream.concat(heard, written)
        .reduce(lead.capturedAt(), Instants::later)
        .plus(settings.quietAfter());
  }
}
