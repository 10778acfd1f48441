package io.leadlifecycle.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A socket that can gather what is written to it, so that it goes out at once. For one writer at a time. */
class GatheringSocket extends Socket {

  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private boolean gathers;

  /** From now on, what is written waits for {@link #sendGathered}. */
  void gather() {
    gathers = true;
  }

  boolean gathers() {
    return gathers;
  }

  void sendGathered() throws IOException {
    gathers = false;
    super.getOutputStream().write(gathered.toByteArray());
    gathered.reset();
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    OutputStream through = super.getOutputStream();
    return new OutputStream() {

      @Override
      public void write(int one) throws IOException {
        (gathers ? gathered : through).write(one);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        (gathers ? gathered : through).write(bytes, from, count);
      }

      @Override
      public void close() throws IOException {
        through.close();
      }
    };
  }
}
