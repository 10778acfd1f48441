package io.leadlifecycle.activity;

/** The playbook has no offer of this key. */
public class UnknownOffer extends RuntimeException {

  public UnknownOffer(String key) {
    super("No offer has the key " + key);
  }
}
