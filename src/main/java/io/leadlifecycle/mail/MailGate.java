package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.mail.MailLedgerTable.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What every mail has to pass right before it is sent. Whoever changes both locks the gates' rows, in the
 * order of their keys, before rows of the ledger, so that nobody waits in a circle.
 */
@Component
class MailGate {

  private static final Logger LOG = LoggerFactory.getLogger(MailGate.class);
  private static final String SUPPRESSED = "No mail may go to this address: ";

  private final MailGateTable gates;
  private final MailLedgerTable ledger;
  private final MailClaims claims;
  private final SendCalendar calendar;
  private final MailSettings settings;
  private final TransactionTemplate transactions;

  MailGate(
      MailGateTable gates,
      MailLedgerTable ledger,
      MailClaims claims,
      SendCalendar calendar,
      MailSettings settings,
      TransactionTemplate transactions) {
    this.gates = gates;
    this.ledger = ledger;
    this.claims = claims;
    this.calendar = calendar;
    this.settings = settings;
    this.transactions = transactions;
  }

  /**
   * Decides for each of these mails, which this node has claimed, whether it goes now, later or never.
   *
   * @param reserved when those that go now will have gone at the latest
   */
  List<Pass> letThrough(List<DueMail> mails, Instant now, Instant reserved) {
    Map<GateKey, Gate> seen = gates.ensure(mails.stream().map(DueMail::gate).toList());
    Map<GateKey, Gate> wanted = new TreeMap<>(seen);
    List<DueMail> going = new ArrayList<>();
    List<Outcome> refused = new ArrayList<>();
    for (DueMail mail : mails) {
      Gate gate = wanted.get(mail.gate());
      Optional<Turn> refusal = refusal(mail, gate, now);
      refusal.ifPresentOrElse(turn -> refused.add(new Outcome(mail, turn)), () -> going.add(mail));
      if (refusal.isEmpty()) {
        wanted.put(mail.gate(), gate.with(reserved, capOf(gate)));
      }
    }
    return transactions.execute(transaction -> {
      Set<GateKey> stale = gates.change(wanted.values());
      List<DueMail> started = start(going, stale, reserved, wanted);
      claims.finish(refused.stream().map(outcome -> decidedAnew(outcome, stale, now)).toList());
      claims.finish(going.stream().filter(mail -> stale.contains(mail.gate())).map(mail -> anew(mail, now)).toList());
      return started.stream().map(mail -> new Pass(mail, reserved)).toList();
    });
  }

  private List<DueMail> start(
      List<DueMail> going, Set<GateKey> stale, Instant reserved, Map<GateKey, Gate> changed) {
    List<DueMail> won = going.stream().filter(mail -> !stale.contains(mail.gate())).toList();
    List<Boolean> ours = claims.startSending(won, reserved);
    for (DueMail lost : chosen(won, ours, false)) {
      gates.save(Stream.of(changed.compute(lost.gate(), (key, gate) -> gate.without(reserved))));
    }
    return chosen(won, ours, true);
  }

  /** What was decided by a gate that has changed since is decided again. */
  private static Outcome decidedAnew(Outcome outcome, Set<GateKey> stale, Instant now) {
    return stale.contains(outcome.mail().gate()) ? anew(outcome.mail(), now) : outcome;
  }

  private static Outcome anew(DueMail mail, Instant now) {
    return new Outcome(mail, Turn.pending(now, "Asks again: there was news of its address"));
  }

  private Optional<Turn> refusal(DueMail mail, Gate gate, Instant now) {
    if (mail.isExpired(now)) {
      return Optional.of(Turn.expired(mail.expires()));
    }
    if (gate.isSuppressed()) {
      return Optional.of(Turn.cancelled(SUPPRESSED + gate.suppressedWhy()));
    }
    Allowance allowance = allowance(gate);
    Instant next = next(now, allowance, mail.place());
    return next.isAfter(now)
        ? Optional.of(Turn.gated(next, waitsFor(allowance, now)).orExpired(mail))
        : Optional.empty();
  }

  private static String waitsFor(Allowance allowance, Instant now) {
    if (allowance.notBefore().isAfter(now)) {
      return "Waits for the end of the pause that was asked for";
    }
    return allowance.next(now).isAfter(now) ? "Waits for the cap: " + allowance.cap() : "Waits for send hours";
  }

  private static <T> List<T> chosen(List<T> all, List<Boolean> is, boolean wanted) {
    return IntStream.range(0, all.size()).filter(i -> is.get(i) == wanted).mapToObj(all::get).toList();
  }

  /**
   * Writes down what became of mails that were let through, or may have been: exact now, where it was safe
   * before. Repeatable.
   */
  void settle(List<Delivery> deliveries, Instant now) {
    transactions.executeWithoutResult(transaction -> {
      Map<GateKey, Gate> locked = gates.lock(deliveries.stream().map(delivery -> delivery.mail().gate()).toList());
      List<Outcome> outcomes = deliveries.stream()
          .map(delivery -> outcome(delivery, locked.computeIfAbsent(delivery.mail().gate(), Gate::fresh)))
          .toList();
      List<Boolean> ours = claims.finish(outcomes);
      Map<GateKey, Gate> settled = new TreeMap<>();
      IntStream.range(0, outcomes.size()).filter(ours::get).forEach(i ->
          settled.compute(outcomes.get(i).mail().gate(), (key, gate) ->
              settled(gate == null ? locked.get(key) : gate, deliveries.get(i), outcomes.get(i).turn())));
      gates.save(settled.values().stream());
      wakeWaiting(settled, now);
      chosen(outcomes, ours, false).forEach(MailGate::warnOfLostLease);
    });
  }

  private static void warnOfLostLease(Outcome outcome) {
    LOG.warn("Mail {} took longer than its lease; it ended as {}", outcome.mail().key(), outcome.turn());
  }

  private Outcome outcome(Delivery delivery, Gate gate) {
    Turn turn = gate.isSuppressed() && delivery.answer().kind().nothingSent()
        ? Turn.cancelled(SUPPRESSED + gate.suppressedWhy())
        : Verdict.of(delivery);
    return new Outcome(delivery.mail(), turn.orExpired(delivery.mail()));
  }

  private Gate settled(Gate reserved, Delivery delivery, Turn turn) {
    Gate gate = reserved.without(delivery.pass().reserved());
    return turn.to().countsAsSent() ? gate.with(delivery.at(), capOf(gate)) : gate;
  }

  /** Mails that wait for a gate are due when it opens, which may be sooner or later than was thought. */
  private void wakeWaiting(Map<GateKey, Gate> changed, Instant now) {
    ledger.reschedule(ledger.held(changed.keySet()).stream()
        .filter(mail -> changed.containsKey(mail.gate()))
        .map(mail -> mail.until(next(now, allowance(changed.get(mail.gate())), mail.place())))
        .toList());
  }

  private Instant next(Instant at, Allowance allowance, @Nullable Place place) {
    return place == null ? allowance.next(at) : calendar.next(at, allowance, place);
  }

  private Allowance allowance(Gate gate) {
    return gate.allowance(capOf(gate));
  }

  private MailCap capOf(Gate gate) {
    return settings.cap(gate.key().mailClass());
  }

  /** Gives mails back that this node claimed and does not send. */
  void giveBack(List<DueMail> mails, Turn turn) {
    claims.finish(mails.stream().map(mail -> new Outcome(mail, turn.orExpired(mail))).toList());
  }

  void suppress(GateKey key, String why, Instant now) {
    gates.ensure(List.of(key));
    transactions.executeWithoutResult(transaction -> {
      gates.suppress(key, why, now);
      ledger.cancelWaiting(key, SUPPRESSED + why);
    });
  }

  void allow(GateKey key) {
    gates.allow(key);
  }

  void prefer(GateKey key, Preference preference, Instant now) {
    gates.ensure(List.of(key));
    transactions.executeWithoutResult(transaction -> {
      Gate gate = gates.lock(List.of(key)).get(key).preferring(preference);
      gates.save(Stream.of(gate));
      wakeWaiting(Map.of(key, gate), now);
    });
  }

  Preference preference(GateKey key) {
    return gates.find(key).map(Gate::preference).orElse(Preference.NONE);
  }

  /** What is left once the mails that wait have gone, each as soon as it may. */
  Allowance allowance(GateKey key, Instant now) {
    Allowance left = allowance(gates.find(key).orElseGet(() -> Gate.fresh(key)));
    for (Waiting mail : ledger.waiting(key)) {
      Instant due = mail.dueAt().isAfter(now) ? mail.dueAt() : now;
      left = left.after(next(due, left, mail.place()));
    }
    return left;
  }
}
