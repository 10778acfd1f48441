package io.leadlifecycle.lead;

/** What the domain of an address says about its owner. */
public enum AddressKind {
  /** A domain of a company, as far as we know. */
  BUSINESS,
  /** A provider where private people have their address. */
  FREE_MAIL,
  /** An address that is thrown away after use. */
  DISPOSABLE
}
