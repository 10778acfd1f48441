package io.leadlifecycle.journey;

import io.leadlifecycle.capture.LeadCaptured;
import io.leadlifecycle.consent.ConsentGiven;
import io.leadlifecycle.consent.ConsentRefused;
import io.leadlifecycle.consent.ConsentWithdrawn;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import io.leadlifecycle.nurture.ColdLeadActive;
import io.leadlifecycle.nurture.LeadActive;
import io.leadlifecycle.nurture.NurtureChanged;
import io.leadlifecycle.scoring.LeadTurnedHot;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells the lead's process what happened. A process starts in the transaction that keeps the lead; it is woken
 * after the facts are committed, and again at the next start if the program stopped in between. If nobody waits,
 * nothing is lost: the next gateway reads the facts.
 */
@Component
class Journey {

  static final String PROCESS = "lead-lifecycle";

  private static final Set<Stage> MISSED_CONSENT = EnumSet.of(Stage.NOT_CONFIRMED, Stage.NEVER_AGREED, Stage.UNSUBSCRIBED);

  private final RuntimeService runtime;
  private final Leads leads;

  Journey(RuntimeService runtime, Leads leads) {
    this.runtime = runtime;
    this.leads = leads;
  }

  @EventListener
  void on(LeadCaptured fact) {
    runtime.startProcessInstanceByKey(PROCESS, fact.lead().toString(), itself(fact.lead()));
  }

  /** Who confirms too late begins anew, and need not confirm again; who ended for another reason stays there. */
  @ApplicationModuleListener
  void on(ConsentGiven fact) {
    if (!wake(fact.lead(), "ConsentGiven", "NurtureChanged")
        && stage(fact.lead()).filter(MISSED_CONSENT::contains).isPresent()) {
      begin(fact.lead());
    }
  }

  @ApplicationModuleListener
  void on(ConsentRefused fact) {
    wake(fact.lead(), "ConsentRefused");
  }

  @ApplicationModuleListener
  void on(ConsentWithdrawn fact) {
    wake(fact.lead(), "NurtureChanged", "LeadActive");
  }

  /** A quiet lead that turns hot is also active; one whose life had ended comes back. */
  @ApplicationModuleListener
  void on(LeadTurnedHot fact) {
    if (!wake(fact.lead(), "LeadTurnedHot", "LeadActive")
        && stage(fact.lead()).filter(Stage.GONE_COLD::equals).isEmpty()) {
      begin(fact.lead());
    }
  }

  @ApplicationModuleListener
  void on(NurtureChanged fact) {
    wake(fact.lead(), "NurtureChanged", "LeadActive");
  }

  @ApplicationModuleListener
  void on(LeadActive fact) {
    wake(fact.lead(), "LeadActive");
  }

  @ApplicationModuleListener
  void on(ColdLeadActive fact) {
    if (leads.mayBegin(fact.lead())) {
      start("ColdLeadActive", fact.lead());
    }
  }

  private void begin(LeadId lead) {
    if (leads.mayBegin(lead)) {
      start("LeadCaptured", lead);
    }
  }

  /** Empty if the lead was erased meanwhile: then nobody is to be told, and no process begins. */
  private Optional<Stage> stage(LeadId lead) {
    return leads.find(lead).map(Lead::stage);
  }

  private void start(String message, LeadId lead) {
    runtime.startProcessInstanceByMessage(message, lead.toString(), itself(lead));
  }

  /** What {@link LeadIntake} is told of a lead that is known. */
  private static Map<String, Object> itself(LeadId lead) {
    return Map.of("lead", lead.toString());
  }

  /** Tells the process what it waits for, by the first of these messages that it understands. */
  private boolean wake(LeadId lead, String... messages) {
    return Stream.of(messages).anyMatch(message -> isHeard(lead, message));
  }

  private boolean isHeard(LeadId lead, String message) {
    return !runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(lead.toString())
        .correlateAllWithResult()
        .isEmpty();
  }
}
