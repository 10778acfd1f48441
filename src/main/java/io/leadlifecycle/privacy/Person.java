package io.leadlifecycle.privacy;

import java.util.UUID;

/**
 * Whose data it is.
 *
 * @param lead the id of the lead, which everything that we know of a person hangs on
 * @param address the mail address, normalised
 */
public record Person(UUID lead, String address) {

  /** Without the address: this may be logged. */
  @Override
  public String toString() {
    return "lead " + lead;
  }
}
