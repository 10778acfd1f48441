package io.leadlifecycle.mail;

import java.util.Comparator;

/** Names a gate. Whoever locks several does it in this order. */
record GateKey(String addressHash, MailClass mailClass) implements Comparable<GateKey> {

  private static final Comparator<GateKey> ORDER =
      Comparator.comparing(GateKey::addressHash).thenComparing(GateKey::mailClass);

  @Override
  public int compareTo(GateKey other) {
    return ORDER.compare(this, other);
  }
}
