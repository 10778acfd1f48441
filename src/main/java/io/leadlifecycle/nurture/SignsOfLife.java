package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityRecorded;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a lead does changes what it gets next, and wakes those that were given up. */
@Component
class SignsOfLife {

  private static final Set<Stage> GIVEN_UP = EnumSet.of(Stage.QUIET, Stage.GONE_COLD);

  private final Enrolments enrolments;
  private final Leads leads;
  private final ApplicationEventPublisher events;

  SignsOfLife(Enrolments enrolments, Leads leads, ApplicationEventPublisher events) {
    this.enrolments = enrolments;
    this.leads = leads;
    this.events = events;
  }

  @EventListener
  void on(ActivityRecorded recorded) {
    Activity activity = recorded.activity();
    LeadId lead = activity.lead();
    boolean enrolled = activity.offer() != null && enrolments.startOn(lead, activity.offer());
    if (enrolled && leads.isRunning(lead) || isGivenUp(lead)) {
      tell(lead); // a process that is yet to begin reads for itself what it gets
    }
  }

  boolean isGivenUp(LeadId lead) {
    return GIVEN_UP.contains(leads.get(lead).stage());
  }

  /** Lets the lead's process look again what to send, wherever it stands. */
  void tell(LeadId lead) {
    events.publishEvent(switch (leads.get(lead).stage()) {
      case GONE_COLD -> new ColdLeadActive(lead);
      case QUIET -> new LeadActive(lead);
      default -> new NurtureChanged(lead);
    });
  }
}
