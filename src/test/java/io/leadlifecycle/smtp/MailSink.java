package io.leadlifecycle.smtp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server on this machine that takes any number of mails at the same time, and remembers each. */
public class MailSink implements AutoCloseable {

  /** A mail that was taken for one recipient. @param messageId without the angle brackets */
  public record Accepted(Instant at, String from, String to, String messageId) {}

  private final Clock clock;
  private final ServerSocket door;
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final List<String> heardInClear = new CopyOnWriteArrayList<>();
  private final AtomicInteger visits = new AtomicInteger();
  private final AtomicInteger goodbyes = new AtomicInteger();
  private volatile Consumer<Accepted> hook = mail -> {};
  private volatile @Nullable SSLContext tls;
  private volatile String login = "";

  public MailSink(Clock clock) {
    this(clock, 0);
  }

  /** @param port 0 for any that is free */
  public MailSink(Clock clock, int port) {
    this.clock = clock;
    try {
      this.door = new ServerSocket(port, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::admit);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mail-sink");
    thread.setDaemon(true);
    thread.start();
  }

  /** Calls it for each mail, when that was remembered and before the client gets its answer. */
  public MailSink onFinalDot(Consumer<Accepted> hook) {
    this.hook = hook;
    return this;
  }

  /** Offers to encrypt. */
  MailSink secured(SSLContext tls) {
    this.tls = tls;
    return this;
  }

  /** Asks for a login. */
  MailSink admitting(String username, String password) {
    login = "\0" + username + "\0" + password;
    return this;
  }

  /** All that clients said but for mails, as far as it was not encrypted. */
  List<String> heardInClear() {
    return heardInClear;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** All mails that were taken, in that order. */
  public List<Accepted> mails() {
    return List.copyOf(accepted);
  }

  /** How often a client came. */
  public int visits() {
    return visits.get();
  }

  /** How often one left as is polite. */
  public int goodbyes() {
    return goodbyes.get();
  }

  /** Whether no client is there. */
  boolean isAlone() {
    return clients.isEmpty();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        client.setTcpNoDelay(true);
        clients.add(client);
        visits.incrementAndGet();
        start(() -> serve(client));
      } catch (IOException closed) {
        // nobody comes any more
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new Conversation(client).hold();
    } catch (IOException gone) {
      // the client went without a goodbye
    } finally {
      clients.remove(client);
    }
  }

  /** Closes the connections of all clients; new ones may come. */
  public void hangUp() {
    clients.forEach(MailSink::close);
  }

  private static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    close(door);
    hangUp();
  }

  /**
   * Says what is usual; a server that misbehaves says something else.
   *
   * @return whether the conversation goes on as if that had been said
   */
  boolean reply(Phase phase, Conversation client, String usual) throws IOException {
    client.say(usual);
    return true;
  }

  /** To a command that belongs to no phase. */
  void answerAside(Conversation client) throws IOException {
    client.say("250 ok");
  }

  /** Whether it takes the mail whose final dot has come. */
  boolean takes() {
    return true;
  }

  final class Conversation {

    private final List<String> recipients = new ArrayList<>();
    private Socket socket;
    private BufferedReader lines;
    private Writer answers;
    private @Nullable String sender;

    private Conversation(Socket socket) throws IOException {
      use(socket);
    }

    private void use(Socket through) throws IOException {
      socket = through;
      lines = new BufferedReader(new InputStreamReader(through.getInputStream(), StandardCharsets.ISO_8859_1));
      answers = new BufferedWriter(new OutputStreamWriter(through.getOutputStream(), StandardCharsets.ISO_8859_1));
    }

    private void hold() throws IOException {
      reply(Phase.GREETING, this, "220 sink ready");
      String line = lines.readLine();
      while (line != null && !line.equalsIgnoreCase("QUIT")) {
        if (!isSecured()) {
          heardInClear.add(line);
        }
        answer(line);
        line = lines.readLine();
      }
      if (line != null) {
        goodbyes.incrementAndGet();
        say("221 bye");
      }
    }

    private void answer(String line) throws IOException {
      switch (line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0]) {
        case "EHLO", "HELO" -> reply(Phase.EHLO, this, extensions());
        case "STARTTLS" -> secure();
        case "AUTH" -> reply(Phase.AUTH, this, isLogin(line) ? "235 welcome" : "535 wrong name or password");
        case "MAIL" -> mail(line);
        case "RCPT" -> recipient(line);
        case "DATA" -> data();
        default -> answerAside(this);
      }
    }

    private String extensions() {
      String offers = "250-sink\r\n250-PIPELINING\r\n";
      if (tls != null && !isSecured()) {
        offers += "250-STARTTLS\r\n";
      }
      if (!login.isEmpty()) {
        offers += "250-AUTH PLAIN\r\n";
      }
      return offers + "250 8BITMIME";
    }

    private boolean isSecured() {
      return socket instanceof SSLSocket;
    }

    private boolean isLogin(String line) {
      byte[] given = Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length()));
      return new String(given, StandardCharsets.UTF_8).endsWith(login);
    }

    private void secure() throws IOException {
      if (reply(Phase.STARTTLS, this, "220 go on") && tls != null) {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        secured.setUseClientMode(false);
        use(secured);
      }
    }

    private void mail(String line) throws IOException {
      recipients.clear();
      sender = reply(Phase.MAIL, this, "250 ok") ? address(line) : null;
    }

    private void recipient(String line) throws IOException {
      if (sender == null) {
        say("503 from whom?");
      } else if (reply(Phase.RCPT, this, "250 ok")) {
        recipients.add(address(line));
      }
    }

    private void data() throws IOException {
      if (recipients.isEmpty()) {
        say("503 to whom?");
      } else if (reply(Phase.DATA, this, "354 go on")) {
        finish(readMail());
      }
    }

    private void finish(String messageId) throws IOException {
      if (takes()) {
        recipients.forEach(recipient -> take(new Accepted(clock.instant(), sender, recipient, messageId)));
      }
      reply(Phase.DOT, this, "250 accepted");
    }

    private void take(Accepted mail) {
      accepted.add(mail);
      hook.accept(mail);
    }

    /** Up to the final dot. */
    private String readMail() throws IOException {
      String messageId = "";
      boolean header = true;
      for (String line = lines.readLine(); !".".equals(line); line = lines.readLine()) {
        if (line == null) {
          throw new IOException("Gone before the final dot");
        }
        header &= !line.isEmpty();
        if (header && line.regionMatches(true, 0, "Message-ID:", 0, 11)) {
          messageId = line.substring(11).replaceAll("[<> ]", "");
        }
      }
      return messageId;
    }

    /** Answers to commands that came together go back together. */
    void say(String answer) throws IOException {
      answers.write(answer);
      answers.write("\r\n");
      if (!lines.ready()) {
        answers.flush();
      }
    }

    /** Whether the client said more than what it is answered to, and did not wait. */
    boolean hasMore() throws IOException {
      return lines.ready();
    }

    /** The beginning of an answer. */
    void begin(String answer) throws IOException {
      answers.write(answer);
      answers.flush();
    }

    /** When all is out that was said: waits for the client to go, but not for longer than that. */
    boolean isLeftWithin(Duration time) throws IOException {
      answers.flush();
      socket.setSoTimeout((int) time.toMillis());
      try {
        while (lines.read() >= 0) {
          // what it still says is not heard
        }
        return true;
      } catch (SocketTimeoutException stillThere) {
        return false;
      } finally {
        socket.setSoTimeout(0);
      }
    }

    /** What was said goes out before. */
    void hangUp() throws IOException {
      answers.flush();
      MailSink.close(socket);
    }

    private String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
  }
}
