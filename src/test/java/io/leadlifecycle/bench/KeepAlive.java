package io.leadlifecycle.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection over which requests go one after the other. Knows as much of HTTP/1.1 as our program answers: on
 * a shared machine, whatever a client does is taken from those who are measured.
 */
final class KeepAlive implements AutoCloseable {

  private final int port;
  private Socket socket;
  private InputStream from;

  KeepAlive(int port) throws IOException {
    this.port = port;
    open();
  }

  /** Again after a hundred requests: the server closes a connection then, and says so. */
  private void open() throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setTcpNoDelay(true);
    from = new BufferedInputStream(socket.getInputStream(), 8_192);
  }

  /** @return the status of the answer */
  int post(String path, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    String head = """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        X-Forwarded-Proto: https\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """.formatted(path, Settings.KEY, body.length);
    socket.getOutputStream().write((head + json).getBytes(UTF_8));
    return answer();
  }

  private int answer() throws IOException {
    int status = Integer.parseInt(line().split(" ")[1]);
    int length = 0;
    boolean isLast = false;
    for (String header = header(); !header.isEmpty(); header = header()) {
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      } else if (header.equals("transfer-encoding: chunked")) {
        length = -1;
      } else if (header.equals("connection: close")) {
        isLast = true;
      }
    }
    skip(length);
    if (isLast) {
      close();
      open();
    }
    return status;
  }

  private String header() throws IOException {
    return line().toLowerCase(Locale.ROOT);
  }

  /** @param length -1 if the body comes in chunks, each with its own */
  private void skip(int length) throws IOException {
    if (length >= 0) {
      from.skipNBytes(length);
      return;
    }
    int chunk;
    do {
      chunk = Integer.parseInt(line(), 16);
      from.skipNBytes(chunk);
      line();
    } while (chunk > 0);
  }

  private String line() throws IOException {
    byte[] line = new byte[1_024];
    int length = 0;
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0) {
        throw new IOException("Gone before the end of its answer");
      }
      line[length] = (byte) next;
      length = Math.min(length + 1, line.length - 1);
    }
    return new String(line, 0, length, ISO_8859_1).stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
