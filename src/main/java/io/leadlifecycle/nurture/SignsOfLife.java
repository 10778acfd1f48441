package io.leadlifecycle.nurture;

import io.leadlifecycle.activity.Activity;
import io.leadlifecycle.activity.ActivityRecorded;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a lead does changes what it gets next, and wakes those that were given up. */
@Component
class SignsOfLife {

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
    Stage stage = leads.get(lead).stage();
    if (stage == Stage.GONE_COLD) {
      events.publishEvent(new ColdLeadActive(lead));
    } else if (stage == Stage.QUIET) {
      events.publishEvent(new LeadActive(lead));
    } else if (enrolled) {
      events.publishEvent(new NurtureChanged(lead));
    }
  }
}
