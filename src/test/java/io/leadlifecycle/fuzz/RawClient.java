package io.leadlifecycle.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/** Says what it is told to, right or wrong, as no decent HTTP client would. */
final class RawClient {

  private final int port;
  private final String header;

  /** @param header to send with every request, such as {@code Cookie: a=b} */
  RawClient(int port, String header) {
    this.port = port;
    this.header = header;
  }

  /** @param lines status and headers; @param text the body, read as UTF-8 */
  record Answer(int status, List<String> lines, String text) {

    String header(String name) {
      return lines.stream()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  Answer get(String path) {
    return ask("GET", path, "", new byte[0]);
  }

  Answer post(String path, String type, String body) {
    return ask("POST", path, type, body.getBytes(UTF_8));
  }

  /** In HTTP 1.0, whose answers end where the connection does. */
  Answer ask(String method, String path, String type, byte[] body) {
    String head = method + " " + path + " HTTP/1.0\r\nHost: localhost:" + port + "\r\n" + header + "\r\n"
        + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
        + "Content-Length: " + body.length + "\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(60_000);
      OutputStream out = socket.getOutputStream();
      ByteArrayOutputStream request = new ByteArrayOutputStream();
      request.write(head.getBytes(UTF_8));
      request.write(body);
      try {
        out.write(request.toByteArray());
        out.flush();
      } catch (SocketException refusedInTheMiddle) {
        // What the server said before it hung up counts.
      }
      return answer(method + " " + path, read(socket));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[16_384];
    try {
      for (int n = socket.getInputStream().read(some); n >= 0; n = socket.getInputStream().read(some)) {
        all.write(some, 0, n);
      }
    } catch (SocketException hungUp) {
      // The same.
    }
    return all.toByteArray();
  }

  private static Answer answer(String request, byte[] raw) {
    String whole = new String(raw, ISO_8859_1);
    int end = whole.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("No answer to " + request.substring(0, Math.min(300, request.length())));
    }
    List<String> lines = Stream.of(whole.substring(0, end).split("\r\n")).toList();
    String text = new String(raw, end + 4, raw.length - end - 4, UTF_8);
    return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines, text);
  }
}
