package io.leadlifecycle.handover;

import io.leadlifecycle.lead.LeadId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls: at most one open per lead, and no rep with more than a few. */
@Component
class Calls {

  private final CallTable table;
  private final SalesTeam reps;
  private final HandoverSettings settings;
  private final Clock clock;

  Calls(CallTable table, SalesTeam reps, HandoverSettings settings, Clock clock) {
    this.table = table;
    this.reps = reps;
    this.settings = settings;
    this.clock = clock;
  }

  /** The open call, or a new one. */
  Call open(LeadId lead, String team, Duration sla) {
    table.takeTurn();
    if (findOpen(lead).isEmpty()) {
      Rota rota = new Rota(table.loads(), settings.openCallsPerRep());
      table.open(lead, rota.next(reps.reps(team)).orElse(null), team, now(), now().plus(sla));
    }
    return open(lead).call();
  }

  CallTable.Row open(LeadId lead) {
    return findOpen(lead).orElseThrow(() -> new NoCall(lead));
  }

  Optional<CallTable.Row> findOpen(LeadId lead) {
    return of(lead).stream().filter(CallTable.Row::isOpen).findFirst();
  }

  CallTable.Row last(LeadId lead) {
    List<CallTable.Row> all = of(lead);
    if (all.isEmpty()) {
      throw new NoCall(lead);
    }
    return all.get(all.size() - 1);
  }

  List<CallTable.Row> of(LeadId lead) {
    return table.of(lead);
  }

  /** @return whether this is the first to say so */
  boolean escalate(LeadId lead) {
    return table.escalate(last(lead).id(), now());
  }

  void close(LeadId lead, Outcome outcome, @Nullable String note, @Nullable Instant callAgain, String rep) {
    Instant rest = callAgain == null ? now().plus(settings.coolingOff()) : callAgain;
    table.close(open(lead).id(), outcome, note, rep, now(), outcome == Outcome.NOT_YET ? rest : null);
  }

  /** When the lead may be written to again after its last call; now if it needs no rest. */
  Instant restsUntil(LeadId lead) {
    Instant rest = last(lead).restsUntil();
    return rest == null ? now() : rest;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
