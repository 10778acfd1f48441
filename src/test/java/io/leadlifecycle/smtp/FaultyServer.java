package io.leadlifecycle.smtp;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * A mail server that keeps to the protocol but in one phase. Of mails that it does not refuse after the final
 * dot, it takes all but those to which it says nothing at all: clients cannot tell.
 */
public final class FaultyServer extends MailSink {

  private static final Duration LETTER = Duration.ofMillis(100);

  private final Duration patience;
  private volatile Phase phase = Phase.GREETING;
  private volatile Fault fault = Fault.GARBAGE;
  private volatile boolean faulty;
  private volatile String refusal = Fault.REFUSAL.text;

  /** @param patience how long it is silent before it answers too late */
  public FaultyServer(Clock clock, Duration patience) {
    super(clock);
    this.patience = patience;
  }

  public FaultyServer misbehave(Phase phase, Fault fault) {
    this.phase = phase;
    this.fault = fault;
    faulty = true;
    return this;
  }

  /** Says this to every recipient. */
  public FaultyServer refuseRecipients(String answer) {
    refusal = answer;
    return misbehave(Phase.RCPT, Fault.REFUSAL);
  }

  public void behave() {
    faulty = false;
  }

  private boolean misbehavesAt(Phase now) {
    return faulty && phase == now;
  }

  @Override
  boolean takes() {
    return !misbehavesAt(Phase.DOT) || !fault.isRefusal() && fault != Fault.SILENCE;
  }

  @Override
  boolean reply(Phase now, Conversation client, String usual) throws IOException {
    return misbehavesAt(now) ? misbehave(client, usual) : super.reply(now, client, usual);
  }

  private boolean misbehave(Conversation client, String usual) throws IOException {
    switch (fault) {
      case CLOSING -> {
        client.say(fault.text);
        client.hangUp();
      }
      case REFUSAL -> client.say(refusal);
      case NOT_NOW, CONTROL_CHARACTERS, GARBAGE -> client.say(fault.text);
      case HANG_UP -> client.hangUp();
      case SILENCE -> client.isLeftWithin(Duration.ZERO);
      case LETTER_BY_LETTER -> spell(client, usual.substring(0, 3) + "-");
      case TOO_LATE -> {
        client.isLeftWithin(patience);
        client.say(usual);
      }
    }
    return fault == Fault.TOO_LATE;
  }

  private static void spell(Conversation client, String beginning) throws IOException {
    client.begin(beginning);
    while (!client.isLeftWithin(LETTER)) {
      client.begin("x");
    }
  }
}
