package io.leadlifecycle.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who shares an internet address, as far as we count. */
public final class Network {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Four bytes, or something with a colon: {@code bad.de} and {@code 999.1.1.1} would be looked up as names. */
  private static final Pattern LITERAL =
      Pattern.compile("(" + BYTE + "\\.){3}" + BYTE + "|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

  private Network() {}

  /** Whether it is written in figures, so that nobody would look it up. */
  static boolean isLiteral(String ip) {
    return LITERAL.matcher(ip).matches();
  }

  /**
   * An IPv4 address itself, also where it is written as IPv6; of an IPv6 address the first 64 bits, since one
   * household has all that follow.
   *
   * @throws IllegalArgumentException if it is no address in figures; names are never looked up
   */
  public static String of(String ip) {
    return find(ip).orElseThrow(() -> new IllegalArgumentException("is no IP address"));
  }

  /** Like {@link #of}, but empty if it is no address in figures. */
  public static Optional<String> find(String ip) {
    try {
      return isLiteral(ip) ? Optional.of(named(InetAddress.getByName(ip))) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static String named(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64"
        : address.getHostAddress();
  }
}
