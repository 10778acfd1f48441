package io.leadlifecycle.smtp;

import io.leadlifecycle.smtp.Answer.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the mail server. It knows how far a mail got: until the final dot the server has nothing
 * that it could deliver; from then on, only its answer tells. Not the exceptions decide but what the server
 * said last: an answer still stands if the connection breaks right after it.
 */
class SmtpConnection extends SMTPTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);
  private static final String FINAL_DOT = ".";
  private static final String DATA = "DATA";
  /** Commands that have nothing to do with how far a mail got. */
  private static final Set<String> ASIDE = Set.of("RSET", "NOOP", "QUIT");
  private static final int UNAVAILABLE = 421;
  private static final int FINE = 250;

  /** As long as that after its last mail, a connection is taken to be open without asking. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final RelaySettings settings;
  private final PromptSockets sockets;
  private BooleanSupplier lastLook = () -> false;
  /**
   * MAIL, RCPT and DATA go out together where the server offers that (PIPELINING, RFC 2920), and are answered in turn: these
   * have no answer yet.
   */
  private final Deque<String> together = new ArrayDeque<>();
  /** The last one that was not said aside. */
  private String command = "";
  /** Its answer to that: 0 as long as there is none, -1 if it makes no sense. */
  private int code;
  private String said = "";
  private boolean aside;
  /** Whether the last thing on this line was a proper answer. */
  private boolean sound;
  private boolean withheld;
  private boolean stale;
  private volatile boolean cut;
  private int mails;
  private boolean wasKept;
  private long keptSince;

  /** @param tls null for that of the Java runtime, which trusts the well-known authorities */
  SmtpConnection(RelaySettings settings, @Nullable SSLSocketFactory tls) {
    this(settings, tls, new PromptSockets());
  }

  private SmtpConnection(RelaySettings settings, @Nullable SSLSocketFactory tls, PromptSockets sockets) {
    super(Session.getInstance(properties(settings, tls, sockets)), null);
    this.settings = settings;
    this.sockets = sockets;
  }

  private static Properties properties(
      RelaySettings settings, @Nullable SSLSocketFactory tls, PromptSockets sockets) {
    String timeout = String.valueOf(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.connectiontimeout", timeout);
    properties.put("mail.smtp.timeout", timeout);
    properties.put("mail.smtp.quitwait", "false");
    properties.put("mail.smtp.auth", String.valueOf(asksForLogin(settings)));
    properties.put("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (tls != null) {
      properties.put("mail.smtp.ssl.socketFactory", tls);
    }
    return properties;
  }

  private static boolean asksForLogin(RelaySettings settings) {
    return !settings.username().isEmpty();
  }

  /** @throws MessagingException with the reason in one line if the server cannot be used */
  void open() throws MessagingException {
    try {
      connect(settings.host(), settings.port(), login(settings.username()), login(settings.password()));
      requireLoginOffered();
    } catch (MessagingException | RuntimeException unusable) {
      String why = reason(unusable);
      cut();
      throw new MessagingException(why);
    }
  }

  /** Else we would be connected, only without it. */
  private void requireLoginOffered() throws MessagingException {
    if (asksForLogin(settings) && !supportsExtension("AUTH") && !supportsExtension("AUTH=LOGIN")) {
      throw new MessagingException("It offers no login");
    }
  }

  private static @Nullable String login(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The answer is the truth, whatever goes wrong. The mail has one recipient. */
  Answer send(MimeMessage message, BooleanSupplier lastLook) {
    this.lastLook = lastLook;
    together.clear();
    begin("");
    mails++;
    try {
      sendMessage(message, message.getAllRecipients());
      return Answer.ACCEPTED;
    } catch (MessagingException | RuntimeException failure) {
      stale = wasKept && isAboutSender() && (code == UNAVAILABLE || isGone(failure));
      Kind kind = kind();
      return kind == Kind.ACCEPTED ? Answer.ACCEPTED : new Answer(kind, reason(failure));
    }
  }

  /** Whether the server had left before that mail was begun: it says nothing about what becomes of others. */
  boolean wasStale() {
    return stale;
  }

  private boolean isGone(Exception failure) {
    return hungUp()
        || causes(failure).anyMatch(IOException.class::isInstance)
            && causes(failure).noneMatch(SocketTimeoutException.class::isInstance);
  }

  private boolean hungUp() {
    return code < 0 && said.startsWith("[EOF]");
  }

  private Kind kind() {
    if (withheld) {
      return Kind.WITHHELD;
    }
    boolean finished = command.equals(FINAL_DOT);
    return switch (code / 100) {
      case 2 -> finished ? Kind.ACCEPTED : Kind.NOT_NOW;
      case 4 -> code == UNAVAILABLE && isAboutSender() ? Kind.DOWN : Kind.NOT_NOW;
      case 5 -> isAboutSender() ? Kind.NOT_NOW : refusal();
      default -> finished ? Kind.LOST : Kind.NOT_NOW;
    };
  }

  private Kind refusal() {
    return command.startsWith("RCPT") && NoMailbox.saidIn(oneLine(said)) ? Kind.NO_MAILBOX : Kind.REFUSED;
  }

  private boolean isAboutSender() {
    return command.startsWith("MAIL");
  }

  private String reason(Exception failure) {
    if (withheld) {
      return "It was no longer to be sent";
    }
    if (code >= 400) {
      return oneLine(said);
    }
    if (cut) {
      return "It took longer than " + settings.conversation();
    }
    return hungUp() ? "It hung up" : oneLine(innermost(failure));
  }

  private static String innermost(Exception failure) {
    return causes(failure)
        .map(Throwable::getMessage)
        .filter(Objects::nonNull)
        .reduce((outer, inner) -> inner)
        .orElse("no reason given");
  }

  private static Stream<Throwable> causes(Exception failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  @Override
  protected void helo(String domain) throws MessagingException {
    if (code == UNAVAILABLE) {
      throw new MessagingException("A server that goes need not be asked in the old way");
    }
    super.helo(domain);
  }

  @Override
  protected void sendCommand(String next) throws MessagingException {
    sound = false;
    if (next.equals(FINAL_DOT)) {
      lookBeforeTheDot();
    }
    aside = ASIDE.contains(next);
    if (!aside && together.isEmpty()) {
      begin(next);
    }
    if (isAboutSender() && !aside && saysAllAtOnce()) {
      sendTogether(next);
    } else {
      super.sendCommand(next);
    }
  }

  private boolean saysAllAtOnce() {
    return settings.pipelining() && supportsExtension("PIPELINING");
  }

  private void begin(String next) {
    command = next;
    code = 0;
  }

  private void sendTogether(String next) throws MessagingException {
    together.add(next);
    sockets.socket().gather();
    super.sendCommand(next);
    if (next.equals(DATA)) {
      sendGathered();
    }
  }

  private void sendGathered() throws MessagingException {
    try {
      sockets.socket().sendGathered();
    } catch (IOException gone) {
      throw new MessagingException("The commands could not be sent", gone);
    }
  }

  /** A look that took so long that the connection was cut must not make a dot count that cannot go out. */
  private void lookBeforeTheDot() throws MessagingException {
    withheld = !lastLook.getAsBoolean();
    if (withheld || cut) {
      throw new MessagingException("The final dot is withheld");
    }
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    if (sockets.socket().gathers()) {
      return FINE; // as if it had been said: what it says indeed counts when DATA is answered
    }
    return together.isEmpty() ? answer() : answerToAll();
  }

  /** What DATA is answered or, where one before it was refused, an answer with which no mail goes on. */
  private int answerToAll() throws MessagingException {
    while (together.size() > 1) {
      begin(together.remove());
      if (answer() / 100 != 2) {
        hearTheRest();
        return -1;
      }
    }
    begin(together.remove());
    return answer();
  }

  /**
   * The mail is refused already. What is said to the rest does not count; but whoever waits for a mail now takes all that
   * comes for one.
   */
  private void hearTheRest() throws MessagingException {
    boolean inStep = isRefusal(code);
    sound = false; // until it has taken the mail back
    for (; inStep && !together.isEmpty(); together.remove()) {
      int answer = super.readServerResponse();
      inStep = isRefusal(answer) || answer / 100 == 2;
    }
    if (!inStep) {
      throw new MessagingException(said);
    }
  }

  private static boolean isRefusal(int code) {
    return code / 100 == 4 || code / 100 == 5;
  }

  private int answer() throws MessagingException {
    boolean wasAside = aside;
    int answer = super.readServerResponse();
    if (wasAside) {
      sound = answer / 100 == 2;
    } else {
      code = answer;
      said = getLastServerResponse();
      sound = true;
    }
    return answer;
  }

  /** Whether it may carry another mail: client and server agree that the last one is over. */
  boolean isFit() {
    return sound && !cut && code != UNAVAILABLE && (code / 100 == 2 || isRefusal(code));
  }

  int mails() {
    return mails;
  }

  void keep() {
    wasKept = true;
    keptSince = System.nanoTime();
  }

  boolean isIdleFor(Duration time) {
    return System.nanoTime() - keptSince > time.toNanos();
  }

  boolean isOpen() {
    return !cut && (!isIdleFor(MOMENT) || isConnected());
  }

  /** Politely, but whatever the server makes of that. */
  void quit() {
    try {
      close();
    } catch (MessagingException | RuntimeException e) {
      LOG.debug("The mail server did not take our goodbye", e);
    }
    cut();
  }

  /** Threads may call it at any time, also while another one uses the connection. */
  void cut() {
    cut = true;
    sockets.cut();
  }
}
