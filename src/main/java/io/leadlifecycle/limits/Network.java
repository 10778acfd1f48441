package io.leadlifecycle.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Who shares an internet address, as far as we count. */
public final class Network {

  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*");

  private Network() {}

  /**
   * An IPv4 address itself, also where it is written as IPv6; of an IPv6 address the first 64 bits, since one household
   * has all that follow.
   *
   * @throws IllegalArgumentException if it is no address in figures; names are never looked up
   */
  public static String of(String ip) {
    try {
      if (!LITERAL.matcher(ip).matches()) {
        throw new IllegalArgumentException("is no IP address");
      }
      InetAddress address = InetAddress.getByName(ip);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64"
          : address.getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("is no IP address");
    }
  }
}
