package io.leadlifecycle.mail;

import io.leadlifecycle.mail.MailLedgerTable.Posted;
import io.leadlifecycle.privacy.Erasure;
import io.leadlifecycle.privacy.Person;
import io.leadlifecycle.privacy.PersonalData;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What we wrote to somebody. The gates stay, which know an address by its hash only: with them the cap, and what
 * their readers asked for. Once they say nothing of either, {@link IdleGates} lets them go. A mail that is on its
 * way to the mail server is held back, unless its final dot is sent.
 */
@Component
@Order(50)
class MailPersonalData implements PersonalData {

  private static final String ERASED = "Erased on request";

  private final MailLedgerTable ledger;
  private final MailGateTable gates;
  private final MailGate gate;
  private final AddressHash hash;
  private final CommonTime time;

  MailPersonalData(
      MailLedgerTable ledger, MailGateTable gates, MailGate gate, AddressHash hash, CommonTime time) {
    this.ledger = ledger;
    this.gates = gates;
    this.gate = gate;
    this.hash = hash;
    this.time = time;
  }

  @Override
  public String section() {
    return "mails";
  }

  @Override
  public Object export(Person person) {
    Collection<Gate> asked = gates.find(gatesOf(person)).values();
    return new Told(ledger.told(person.lead().toString()), asked.stream().map(Rule::of).toList());
  }

  /** @param rules what holds for the address, whoever writes to it */
  record Told(List<Posted> mails, List<Rule> rules) {}

  /**
   * What holds for mails of one class.
   *
   * @param sent when the newest ones went
   * @param suppressedWhy null as long as mails may go there
   */
  record Rule(
      MailClass mailClass,
      List<Instant> sent,
      @Nullable Frequency frequency,
      @Nullable Instant pausedUntil,
      @Nullable String suppressedWhy) {

    private static Rule of(Gate gate) {
      Preference wish = gate.preference();
      return new Rule(
          gate.key().mailClass(), gate.sent(), wish.frequency(), wish.pausedUntil(), gate.suppressedWhy());
    }
  }

  @Override
  public void erase(Person person, Erasure why) {
    GateKey nurture = new GateKey(hash.of(person.address()), MailClass.NURTURE);
    if (why == Erasure.ON_REQUEST) {
      gates.ensure(List.of(nurture));
    }
    gates.lock(gatesOf(person));
    if (why == Erasure.ON_REQUEST) {
      gate.suppress(nurture, ERASED, time.now());
    }
    ledger.delete(person.lead().toString());
  }

  private Collection<GateKey> gatesOf(Person person) {
    String address = hash.of(person.address());
    return Stream.of(MailClass.values())
        .map(mailClass -> new GateKey(address, mailClass))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
