package io.leadlifecycle.journey;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** A request whose body was read, and can be read again. */
class ReadBody extends HttpServletRequestWrapper {

  private final byte[] bytes;

  /** The filter {@link BodyLimit} has seen to it that the body is not large. */
  ReadBody(HttpServletRequest request) throws IOException {
    this(request, request.getInputStream().readAllBytes());
  }

  private ReadBody(HttpServletRequest request, byte[] bytes) {
    super(request);
    this.bytes = bytes;
  }

  /** @return nothing if the body is larger; no more of it is read than shows that */
  static Optional<ReadBody> within(DataSize limit, HttpServletRequest request) throws IOException {
    int most = Math.toIntExact(limit.toBytes());
    byte[] bytes = request.getInputStream().readNBytes(most + 1);
    return bytes.length > most ? Optional.empty() : Optional.of(new ReadBody(request, bytes));
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  @Override
  public ServletInputStream getInputStream() {
    ByteArrayInputStream body = new ByteArrayInputStream(bytes);
    return new ServletInputStream() {
      @Override
      public int read() {
        return body.read();
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return body.read(target, offset, length);
      }

      @Override
      public boolean isFinished() {
        return body.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("The body is here already");
      }
    };
  }
}
