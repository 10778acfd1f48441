package io.leadlifecycle.consent;

/** Why we may write to somebody. Without one of these, no nurture mail goes. */
public enum Basis {
  /** The owner of the address confirmed it by a link in a mail (BGH, I ZR 164/09). */
  DOUBLE_OPT_IN,
  /** It was given elsewhere, before it came to us, and there is a document of it (Art. 7(1) GDPR). */
  IMPORTED,
  /** A customer, under all four conditions of §7(3) UWG. */
  EXISTING_CUSTOMER
}
