package io.leadlifecycle.console;

import io.leadlifecycle.activity.Activities;
import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.Offer;
import io.leadlifecycle.activity.Offers;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.enrichment.Enrichment;
import io.leadlifecycle.handover.Handover;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.lead.UnknownLead;
import io.leadlifecycle.mail.Mails;
import io.leadlifecycle.nurture.LeftOutMail;
import io.leadlifecycle.nurture.Nurture;
import io.leadlifecycle.nurture.PlannedMail;
import io.leadlifecycle.scoring.Scoring;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks every neighbour what it knows about a lead. */
@Component
class Dossiers {

  /** Or would, if anything were left. */
  private static final Set<Stage> GETS_MAILS = EnumSet.of(Stage.NURTURED, Stage.QUIET, Stage.GONE_COLD);

  private final Leads leads;
  private final Scoring scoring;
  private final Consent consent;
  private final Enrichment enrichment;
  private final Activities activities;
  private final Offers offers;
  private final Mails mails;
  private final Nurture nurture;
  private final Handover handover;

  Dossiers(
      Leads leads,
      Scoring scoring,
      Consent consent,
      Enrichment enrichment,
      Activities activities,
      Offers offers,
      Mails mails,
      Nurture nurture,
      Handover handover) {
    this.leads = leads;
    this.scoring = scoring;
    this.consent = consent;
    this.enrichment = enrichment;
    this.activities = activities;
    this.offers = offers;
    this.mails = mails;
    this.nurture = nurture;
    this.handover = handover;
  }

  /** @throws UnknownLead if there is none */
  @Transactional(readOnly = true)
  public Dossier open(LeadId id) {
    Lead lead = leads.get(id);
    List<Activity> did = activities.of(id);
    return new Dossier(
        lead,
        scoring.of(id),
        consent.proof(id),
        enrichment.of(id),
        leads.path(id),
        did,
        mails.of(id.toString()),
        plan(lead),
        leftOut(lead),
        handover.of(id),
        titles(did));
  }

  private List<PlannedMail> plan(Lead lead) {
    if (lead.stage() != Stage.NURTURED) {
      return List.of();
    }
    return nurture.plan(lead.id()).stream().sorted(Comparator.comparing(PlannedMail::at)).toList();
  }

  private List<LeftOutMail> leftOut(Lead lead) {
    return GETS_MAILS.contains(lead.stage()) ? nurture.leftOut(lead.id()) : List.of();
  }

  private Map<String, String> titles(List<Activity> did) {
    return did.stream()
        .map(Activity::offer)
        .filter(Objects::nonNull)
        .distinct()
        .flatMap(key -> offers.find(key).stream())
        .collect(Collectors.toMap(Offer::key, offer -> offer.titleIn(Locale.ENGLISH)));
  }
}
