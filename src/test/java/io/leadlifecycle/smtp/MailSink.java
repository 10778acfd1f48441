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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** A mail server on this machine that takes any number of mails at the same time, and remembers each. */
public class MailSink implements AutoCloseable {

  /** A mail that was taken for one recipient. @param messageId without the angle brackets */
  public record Accepted(Instant at, String from, String to, String messageId) {}

  private final Clock clock;
  private final ServerSocket door;
  private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private volatile Consumer<Accepted> hook = mail -> {};

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

  public int port() {
    return door.getLocalPort();
  }

  /** All mails that were taken, in that order. */
  public List<Accepted> mails() {
    return List.copyOf(accepted);
  }

  /** How many clients are connected. */
  public int clients() {
    return clients.size();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        client.setTcpNoDelay(true);
        clients.add(client);
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

  private final class Conversation {

    private final BufferedReader lines;
    private final Writer answers;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Conversation(Socket client) throws IOException {
      lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      answers = new BufferedWriter(new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1));
    }

    void hold() throws IOException {
      say("220 sink ready");
      String line = lines.readLine();
      while (line != null && !line.equalsIgnoreCase("QUIT")) {
        answer(line);
        line = lines.readLine();
      }
      if (line != null) {
        say("221 bye");
      }
    }

    private void answer(String line) throws IOException {
      switch (line.toUpperCase(Locale.ROOT).split("[ :]", 2)[0]) {
        case "EHLO" -> say("250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
        case "MAIL" -> mail(line);
        case "RCPT" -> recipient(line);
        case "DATA" -> data();
        default -> say("250 ok");
      }
    }

    private void mail(String line) throws IOException {
      recipients.clear();
      sender = address(line);
      say("250 ok");
    }

    private void recipient(String line) throws IOException {
      recipients.add(address(line));
      say("250 ok");
    }

    private void data() throws IOException {
      say("354 go on");
      String messageId = readMail();
      for (String recipient : recipients) {
        Accepted mail = new Accepted(clock.instant(), sender, recipient, messageId);
        accepted.add(mail);
        hook.accept(mail);
      }
      say("250 accepted");
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
    private void say(String answer) throws IOException {
      answers.write(answer);
      answers.write("\r\n");
      if (!lines.ready()) {
        answers.flush();
      }
    }

    private static String address(String line) {
      return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }
  }
}
