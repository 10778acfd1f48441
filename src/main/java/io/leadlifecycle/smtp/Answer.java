package io.leadlifecycle.smtp;

/**
 * What came of handing one mail to the server.
 *
 * @param text what the server said, or what went wrong, in one line
 */
public record Answer(Kind kind, String text) {

  public enum Kind {
    ACCEPTED,
    /** Nothing was sent; this mail may be tried again. */
    NOT_NOW,
    /** Nothing was sent, and it would be in vain to try again. */
    REFUSED,
    /** Nothing was sent, nor will any mail ever arrive there: the server knows no such mailbox. */
    NO_MAILBOX,
    /** All was sent, but no answer came: nobody knows. */
    LOST,
    /** Nothing was sent: the last look before the final dot said no. */
    WITHHELD,
    /** Nothing was sent, and no other mail would fare better: the server cannot be used at all. */
    DOWN;

    public boolean nothingSent() {
      return this != ACCEPTED && this != LOST;
    }
  }

  /** The code of a refusal, such as {@code 5.1.1}: unlike its text, it names nobody. */
  public String code() {
    return NoMailbox.codeIn(text);
  }

  public static final Answer ACCEPTED = new Answer(Kind.ACCEPTED, "");
}
