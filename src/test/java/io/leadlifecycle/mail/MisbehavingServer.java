package io.leadlifecycle.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps to the protocol until one point, where it answers as it was told, or hangs up. */
final class MisbehavingServer implements AutoCloseable {

  static final String HANG_UP = "";

  /** What of the client it answers in its own way; GREETING is before anything was said. */
  enum Phase {
    GREETING, EHLO, MAIL, RCPT, DATA, DOT
  }

  private final ServerSocket socket;
  private final Phase phase;
  private final String answer;
  final List<String> commands = new CopyOnWriteArrayList<>();

  MisbehavingServer(Phase phase, String answer) {
    this.phase = phase;
    this.answer = answer;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    new Thread(this::serve, "misbehaving").start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException clientOrServerIsGone) {
        // the next client may come, or nobody
      }
    }
  }

  private void converse(Socket client) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    if (!say(client, Phase.GREETING, "220 ready")) {
      return;
    }
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      commands.add(line);
      String verb = line.split("[ :]")[0];
      boolean goOn = switch (verb) {
        case "EHLO", "HELO" -> say(client, Phase.EHLO, "250 hello");
        case "MAIL" -> say(client, Phase.MAIL, "250 ok");
        case "RCPT" -> say(client, Phase.RCPT, "250 ok");
        case "DATA" -> say(client, Phase.DATA, "354 go on") && (phase == Phase.DATA || data(client, lines));
        default -> say(client, null, "250 ok");
      };
      if (!goOn) {
        return;
      }
    }
  }

  private boolean data(Socket client, BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.equals(".")) {
      line = lines.readLine();
    }
    return say(client, Phase.DOT, "250 accepted");
  }

  private boolean say(Socket client, Phase at, String usual) throws IOException {
    String said = at == phase ? answer : usual;
    if (said.equals(HANG_UP)) {
      return false;
    }
    client.getOutputStream().write((said + "\r\n").getBytes(StandardCharsets.UTF_8));
    client.getOutputStream().flush();
    return true;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
