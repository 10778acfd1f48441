package io.leadlifecycle.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the socket of one connection. It sends at once: the final dot is a packet of its own, and would wait
 * 40 ms else. And it can be cut from outside, whatever another thread is waiting for.
 */
class PromptSockets extends SocketFactory {

  private static final Logger LOG = LoggerFactory.getLogger(PromptSockets.class);

  private @Nullable GatheringSocket socket;
  private boolean cut;

  @Override
  public synchronized Socket createSocket() throws IOException {
    if (cut) {
      throw new SocketException("The connection was cut");
    }
    socket = new GatheringSocket();
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** The one that was made. */
  synchronized GatheringSocket socket() {
    return Objects.requireNonNull(socket);
  }

  /** No goodbye, not even one of TLS, which could wait for the server. */
  synchronized void cut() {
    cut = true;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      LOG.debug("A connection that was cut could not be closed", e);
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
    return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(new InetSocketAddress(host, port), null);
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
      throws IOException {
    return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
  }

  private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
    Socket unconnected = createSocket();
    unconnected.bind(from);
    unconnected.connect(to);
    return unconnected;
  }
}
