package io.leadlifecycle.lead;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The domains that we know not to belong to a company; sources beside the lists. */
final class MailDomains {

  private static final Set<String> DISPOSABLE = read("domains/disposable.txt");
  private static final Set<String> FREE_MAIL = read("domains/free-mail.txt");

  private MailDomains() {}

  static AddressKind kindOf(String domain) {
    if (isListed(DISPOSABLE, domain)) {
      return AddressKind.DISPOSABLE;
    }
    return isListed(FREE_MAIL, domain) ? AddressKind.FREE_MAIL : AddressKind.BUSINESS;
  }

  /** A subdomain of a listed domain belongs to the same provider. */
  private static boolean isListed(Set<String> domains, String domain) {
    for (String rest = domain; rest.contains("."); rest = rest.substring(rest.indexOf('.') + 1)) {
      if (domains.contains(rest)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read(String file) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
