package io.leadlifecycle;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach the program from outside.
 *
 * @param publicAddress without a slash at its end, however it was written
 */
@ConfigurationProperties("leads")
public record PublicAddress(@DefaultValue("http://localhost:8080") String publicAddress) {

  public PublicAddress {
    publicAddress = publicAddress.replaceAll("/+$", "");
  }

  /** @param path from its slash on */
  public String of(String path) {
    return publicAddress + path;
  }

  @Override
  public String toString() {
    return publicAddress;
  }
}
