package io.leadlifecycle.lead;

import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that mail can go to, in the one form that we compare: lower case, the domain in its ASCII form
 * (UTS #46), so that {@code Erika@Straße.de} and {@code erika@xn--strae-oqa.de} are the same person.
 */
public record EmailAddress(@JsonValue String value) {

  /** RFC 5321 §4.5.3.1.3: a path has at most 256 octets, of which two are the angle brackets. */
  private static final int MAX_LENGTH = 254;

  private static final EmailValidator SYNTAX =
      JMail.strictValidator()
          .disallowIpDomain()
          .requireTopLevelDomain()
          .disallowSingleCharacterTopLevelDomains()
          .disallowExplicitSourceRouting()
          .disallowQuotedIdentifiers()
          .disallowObsoleteWhitespace();

  /** What RFC 5322 allows only in quotes, comments and lists of addresses. */
  private static final Pattern SPECIAL = Pattern.compile("[\\s<>()\\[\\],;:\\\\\"]");

  private static final IDNA DOMAINS =
      IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI);

  /** @throws IllegalArgumentException saying what is wrong, for the person who typed it */
  public EmailAddress {
    // Before anything parses: validators accept a trailing line break, and a mail header must never see one.
    require(value.chars().noneMatch(Character::isISOControl), "has control characters");
    value = normalised(value.strip());
  }

  /** The part after the @, in ASCII. */
  public String domain() {
    return value.substring(value.lastIndexOf('@') + 1);
  }

  public AddressKind kind() {
    return MailDomains.kindOf(domain());
  }

  /** Without the address: this may be logged. */
  @Override
  public String toString() {
    return "an e-mail address";
  }

  private static String normalised(String typed) {
    require(typed.length() <= MAX_LENGTH, "is longer than " + MAX_LENGTH + " characters");
    require(typed.indexOf('@') > 0 && !SPECIAL.matcher(typed).find(), "is no e-mail address");
    int at = typed.lastIndexOf('@');
    String address = typed.substring(0, at).toLowerCase(Locale.ROOT) + "@" + ascii(typed.substring(at + 1));
    require(SYNTAX.isValid(address), "is no e-mail address");
    return address;
  }

  private static String ascii(String domain) {
    var info = new IDNA.Info();
    String ascii = DOMAINS.nameToASCII(domain, new StringBuilder(), info).toString();
    require(!info.hasErrors(), "has no valid domain");
    return ascii;
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }
}
