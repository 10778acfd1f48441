package io.leadlifecycle.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail server that takes all mails and only notes to whom each went, and when. It neither reads nor keeps what
 * is in them: on a shared machine, whatever it does is taken from those who are measured.
 */
final class CountingSink implements AutoCloseable {

  /** @param at when it was said to be taken */
  record Taken(Instant at, String to) {}

  private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Clock clock = Clock.systemUTC();
  private final ServerSocket door;
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final List<Taken> taken = new ArrayList<>();
  private int awaited = Integer.MAX_VALUE;

  CountingSink() {
    try {
      door = new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::admit);
  }

  int port() {
    return door.getLocalPort();
  }

  synchronized int count() {
    return taken.size();
  }

  /** All that came after so many. */
  synchronized List<Taken> since(int count) {
    return List.copyOf(taken.subList(count, taken.size()));
  }

  /**
   * Waits for so many mails in all.
   *
   * @return when the last of them was taken
   * @throws IllegalStateException if none comes for a minute
   */
  synchronized Instant await(int count) {
    awaited = count;
    while (taken.size() < count) {
      int before = taken.size();
      waitAMinute();
      if (taken.size() == before) {
        throw new IllegalStateException("Of %,d mails only %,d came".formatted(count, before));
      }
    }
    return taken.get(count - 1).at();
  }

  private void waitAMinute() {
    try {
      wait(Duration.ofMinutes(1).toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized void take(String recipient) {
    taken.add(new Taken(clock.instant(), recipient));
    if (taken.size() >= awaited) {
      notifyAll();
    }
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

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "counting-sink");
    thread.setDaemon(true);
    thread.start();
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

  @Override
  public void close() {
    close(door);
    clients.forEach(CountingSink::close);
  }

  private static void close(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Conversation {

    private final InputStream from;
    private final OutputStream to;
    private final byte[] heard = new byte[16_384];
    private final StringBuilder answers = new StringBuilder();
    private int at;
    private int end;
    private String recipient = "";

    Conversation(Socket client) throws IOException {
      from = client.getInputStream();
      to = client.getOutputStream();
    }

    void hold() throws IOException {
      say("220 sink");
      for (String line = line(); !line.startsWith("QUIT"); line = line()) {
        say(answer(line));
      }
      say("221 bye");
    }

    private String answer(String line) throws IOException {
      if (line.startsWith("EHLO")) {
        return "250-sink\r\n250-PIPELINING\r\n250 8BITMIME";
      }
      if (line.startsWith("RCPT")) {
        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
      } else if (line.startsWith("DATA")) {
        say("354 go on");
        skipMail();
        take(recipient);
      }
      return "250 ok";
    }

    /** Answers to commands that came together go back together. */
    private void say(String answer) throws IOException {
      answers.append(answer).append("\r\n");
      if (at == end) {
        to.write(answers.toString().getBytes(StandardCharsets.US_ASCII));
        answers.setLength(0);
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int next = next(); next != '\n'; next = next()) {
        line.append((char) next);
      }
      return line.toString();
    }

    /** Up to the final dot. The line before it has ended. */
    private void skipMail() throws IOException {
      int matched = 2;
      while (matched < END.length) {
        int next = next();
        matched = next == END[matched] ? matched + 1 : next == '\r' ? 1 : 0;
      }
    }

    private int next() throws IOException {
      if (at == end) {
        at = 0;
        end = Math.max(0, from.read(heard));
        if (end == 0) {
          throw new EOFException();
        }
      }
      return heard[at++];
    }
  }
}
