package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.Allowance;
import io.leadlifecycle.calendar.MailCap;
import io.leadlifecycle.calendar.Place;
import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.mail.MailLedgerTable.Waiting;
import io.leadlifecycle.smtp.Answer.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  static final String HARD_BOUNCE = "Hard bounce ";

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

  /** Tells those of these mails that may not go now, before anybody takes the trouble of writing them. */
  Sifted sift(List<DueMail> mails, Instant now) {
    Map<GateKey, Gate> seen = gatesOf(mails);
    Map<DueMail, NextState> refused = new LinkedHashMap<>();
    mails.forEach(mail -> refusal(mail, seen.get(mail.gate()), now).ifPresent(next -> refused.put(mail, next)));
    return new Sifted(now, seen, mails.stream().filter(mail -> !refused.containsKey(mail)).toList(), refused);
  }

  /**
   * Decides for each mail, which this node has claimed, whether it goes now, later or never.
   *
   * @param written those that may go, as they were written; those of them that were not written are left alone
   * @param reserved when those that go now will have gone at the latest
   */
  List<Pass> letThrough(Sifted sifted, List<DueMail> written, Instant reserved) {
    Instant now = sifted.at();
    Map<DueMail, NextState> refused = new LinkedHashMap<>(sifted.refused());
    Map<GateKey, Gate> wanted = new TreeMap<>(sifted.seen());
    wanted.keySet().retainAll(gateKeys(Stream.concat(refused.keySet().stream(), written.stream()).toList()));
    List<DueMail> going = new ArrayList<>();
    for (DueMail mail : written) {
      Gate gate = wanted.get(mail.gate());
      Optional<NextState> refusal = refusal(mail, gate, now);
      if (refusal.isPresent()) {
        refused.put(mail, refusal.get());
      } else {
        going.add(mail);
        wanted.put(mail.gate(), gate.with(reserved, capOf(gate)));
      }
    }
    return transactions.execute(transaction -> {
      Set<GateKey> stale = gates.change(wanted.values());
      going.stream().filter(mail -> stale.contains(mail.gate())).forEach(mail -> refused.put(mail, anew(now)));
      going.removeAll(refused.keySet());
      refuse(refused, stale, now);
      return start(going, reserved, wanted).stream().map(mail -> new Pass(mail, reserved)).toList();
    });
  }

  private Map<GateKey, Gate> gatesOf(Collection<DueMail> mails) {
    return gates.ensure(gateKeys(mails));
  }

  private static Set<GateKey> gateKeys(Collection<DueMail> mails) {
    return mails.stream().map(DueMail::gate).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What was decided by a gate that has changed since is decided again. */
  private void refuse(Map<DueMail, NextState> refused, Set<GateKey> stale, Instant now) {
    claims.finish(refused.entrySet().stream()
        .map(refusal -> new Outcome(
            refusal.getKey(), stale.contains(refusal.getKey().gate()) ? anew(now) : refusal.getValue()))
        .toList());
  }

  private static NextState anew(Instant now) {
    return NextState.pending(now, "Asks again: there was news of its address");
  }

  /** Some may have been taken from this node, or cancelled, since it claimed them. */
  private List<DueMail> start(List<DueMail> going, Instant reserved, Map<GateKey, Gate> changed) {
    List<Boolean> ours = claims.startSending(going, reserved);
    for (DueMail lost : chosen(going, ours, false)) {
      gates.save(Stream.of(changed.compute(lost.gate(), (key, gate) -> gate.without(reserved))));
    }
    return chosen(going, ours, true);
  }

  private Optional<NextState> refusal(DueMail mail, Gate gate, Instant now) {
    if (mail.isExpired(now)) {
      return Optional.of(NextState.expired(mail.expires()));
    }
    if (gate.isSuppressed()) {
      return Optional.of(NextState.cancelled(SUPPRESSED + gate.suppressedWhy()));
    }
    Allowance allowance = allowance(gate);
    Instant next = next(now, allowance, mail.place());
    return next.isAfter(now)
        ? Optional.of(NextState.gated(next, waitsFor(allowance, now)).orExpired(mail))
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
    Map<GateKey, String> noMailbox = noMailbox(deliveries);
    gates.ensure(noMailbox.keySet());
    transactions.executeWithoutResult(transaction -> {
      Set<GateKey> touched = gateKeys(deliveries.stream().map(Delivery::mail).toList());
      touched.addAll(noMailbox.keySet());
      Map<GateKey, Gate> locked = gates.lock(touched);
      List<Outcome> outcomes = deliveries.stream()
          .map(delivery -> outcome(delivery, locked.computeIfAbsent(delivery.mail().gate(), Gate::fresh)))
          .toList();
      List<Boolean> ours = claims.finish(outcomes);
      Map<GateKey, Gate> exact = new TreeMap<>();
      for (int i = 0; i < outcomes.size(); i++) {
        if (ours.get(i)) {
          GateKey key = outcomes.get(i).mail().gate();
          exact.put(key, exact(exact.getOrDefault(key, locked.get(key)), deliveries.get(i), outcomes.get(i)));
        }
      }
      gates.save(exact.values().stream());
      wakeWaiting(exact, now);
      noMailbox.forEach((key, why) -> shut(key, why, now));
      chosen(outcomes, ours, false).forEach(MailGate::warnOfLostLease);
    });
  }

  /** Addresses behind which there is nobody. A mail that was asked for finds that out as well as any other. */
  private static Map<GateKey, String> noMailbox(List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(delivery -> delivery.answer().kind() == Kind.NO_MAILBOX)
        .collect(Collectors.toMap(
            delivery -> new GateKey(delivery.mail().addressHash(), MailClass.NURTURE),
            delivery -> HARD_BOUNCE + delivery.answer().code(),
            (first, second) -> first,
            TreeMap::new));
  }

  private static void warnOfLostLease(Outcome outcome) {
    LOG.warn("Mail {} was not this node's any more: it ended as {}", outcome.mail().key(), outcome.next().to());
  }

  private Outcome outcome(Delivery delivery, Gate gate) {
    NextState next = gate.isSuppressed() && delivery.answer().kind().nothingSent()
        ? NextState.cancelled(SUPPRESSED + gate.suppressedWhy())
        : Verdict.of(delivery);
    return new Outcome(delivery.mail(), next.orExpired(delivery.mail()));
  }

  /** The reservation becomes the instant at which the mail went, or nothing. */
  private Gate exact(Gate reserved, Delivery delivery, Outcome outcome) {
    Gate gate = reserved.without(delivery.pass().reserved());
    return outcome.next().to().countsAsSent() ? gate.with(delivery.at(), capOf(gate)) : gate;
  }

  /** Mails that wait for a gate are due when it opens, which may be sooner or later than was thought. */
  private void wakeWaiting(Map<GateKey, Gate> changed, Instant now) {
    ledger.reschedule(ledger.held(changed.keySet()).stream()
        .filter(mail -> changed.containsKey(mail.gate()))
        .map(mail -> rescheduled(mail, allowance(changed.get(mail.gate())), now))
        .toList());
  }

  private Waiting rescheduled(Waiting mail, Allowance allowance, Instant now) {
    Instant next = next(now, allowance, mail.place());
    return mail.until(next, waitsFor(allowance, now));
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

  /** Gives mails back that this node claimed and does not send now. */
  void giveBack(List<Outcome> outcomes) {
    claims.finish(outcomes.stream()
        .map(outcome -> new Outcome(outcome.mail(), outcome.next().orExpired(outcome.mail())))
        .toList());
  }

  void suppress(GateKey key, String why, Instant now) {
    transactions.executeWithoutResult(transaction -> shut(key, why, now));
  }

  private void shut(GateKey key, String why, Instant now) {
    gates.hold(key);
    gates.suppress(key, why, now);
    ledger.cancelWaiting(key, SUPPRESSED + why);
  }

  void allow(GateKey key) {
    gates.allow(key);
  }

  boolean allow(GateKey key, Instant since) {
    gates.ensure(List.of(key));
    return gates.allow(key, since);
  }

  void prefer(GateKey key, Preference preference, Instant now) {
    transactions.executeWithoutResult(transaction -> {
      Gate gate = gates.hold(key).preferring(preference);
      gates.save(Stream.of(gate));
      wakeWaiting(Map.of(key, gate), now);
    });
  }

  Preference preference(GateKey key) {
    return gates.find(key).map(Gate::preference).orElse(Preference.NONE);
  }

  /** For each of these addresses' hashes. */
  Map<String, Outlook> outlooks(Collection<String> hashes, Instant now) {
    Map<String, Gate> known = gates.nurture(hashes);
    Map<String, List<Waiting>> waiting = ledger.waitingNurture(hashes);
    return hashes.stream().distinct().collect(Collectors.toMap(hash -> hash, hash -> new Outlook(
        this,
        known.getOrDefault(hash, Gate.fresh(new GateKey(hash, MailClass.NURTURE))),
        waiting.getOrDefault(hash, List.of()),
        now)));
  }

  /** What is left once those mails have gone, each as soon as it may. */
  Allowance left(Gate gate, List<Waiting> waiting, Instant now) {
    Allowance left = allowance(gate);
    for (Waiting mail : waiting) {
      Instant due = mail.dueAt().isAfter(now) ? mail.dueAt() : now;
      left = left.after(next(due, left, mail.place()));
    }
    return left;
  }
}
