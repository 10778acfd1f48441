package io.leadlifecycle.smtp;

import io.leadlifecycle.smtp.Answer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Knows how far a mail got. Until the final dot the server has nothing it could deliver; from then on, only
 * its answer tells.
 */
class PhasedTransport extends SMTPTransport {

  private final BooleanSupplier lastLook;
  private boolean dotSent;
  private boolean withheld;

  PhasedTransport(Session session, BooleanSupplier lastLook) {
    super(session, null);
    this.lastLook = lastLook;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!lastLook.getAsBoolean()) {
      withheld = true;
      throw new IOException("The mail is no longer to be sent");
    }
    dotSent = true;
    super.finishData();
  }

  Answer answer(MessagingException failure) {
    if (withheld) {
      return new Answer(Kind.WITHHELD, innermost(failure));
    }
    int code =
        chain(failure).mapToInt(PhasedTransport::code).filter(given -> given >= 400).findFirst().orElse(0);
    if (code >= 500) {
      return new Answer(Kind.REFUSED, innermost(failure));
    }
    return new Answer(code == 0 && dotSent ? Kind.LOST : Kind.NOT_NOW, innermost(failure));
  }

  private static String innermost(MessagingException failure) {
    return chain(failure)
        .map(Exception::getMessage)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner)
        .orElse("no reason given")
        .strip();
  }

  /** Whether an address was refused for now or for good is told by the nested exception only. */
  private static Stream<Exception> chain(MessagingException failure) {
    return Stream.iterate(failure, Objects::nonNull, PhasedTransport::next);
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException outer ? outer.getNextException() : null;
  }

  private static int code(Exception e) {
    if (e instanceof SMTPAddressFailedException refused) {
      return refused.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException refused) {
      return refused.getReturnCode();
    }
    return e instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
  }
}
