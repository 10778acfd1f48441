package io.leadlifecycle.production;

import io.leadlifecycle.consent.CompanySettings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** All that a program must be told before it may write to real people. */
final class Demands {

  static final Profiles PRODUCTION = Profiles.of("production");

  private static final Profiles COMPANY_LOGIN = Profiles.of("oidc");

  private static final int SECRET_LENGTH = 32;
  private static final int SECRET_LETTERS = 8;
  private static final List<String> SECRETS =
      List.of("leads.mail.secret", "leads.consent.secret", "leads.limits.secret", "leads.forms.secret");
  private static final CompanySettings EXAMPLE = new Binder().bindOrCreate("leads.company", CompanySettings.class);

  private Demands() {}

  /** @return those that are not met, in the order in which one would set them */
  static List<Demand> unmetIn(Environment environment) {
    return Stream.of(profile(environment), login(environment), settings(), relay(environment), secrets(environment))
        .flatMap(demands -> demands)
        .filter(demand -> !demand.isMetIn(environment))
        .toList();
  }

  private static Stream<Demand> profile(Environment environment) {
    return Stream.of(new Demand("spring.profiles.active", "production, since mails go to real people here",
        active -> environment.acceptsProfiles(PRODUCTION)));
  }

  /** People come with the company's own login or, without it, with a password that somebody must have set. */
  private static Stream<Demand> login(Environment environment) {
    return environment.acceptsProfiles(COMPANY_LOGIN)
        ? Stream.of(
            new Demand("leads.oidc.issuer", "the https address of the company's login", Demands::isPublicHttps),
            new Demand("leads.oidc.client-id", "the name under which that login knows this program", given()),
            new Demand("leads.oidc.client-secret", "the secret that goes with that name", given()))
        : Stream.of(new Demand("leads.admin-password", "the password of the user admin", given()));
  }

  private static Stream<Demand> settings() {
    return Stream.of(
        new Demand("leads.sandbox", "false: the sandbox sends no mails", "false"::equals),
        new Demand("leads.company.name", "your company's name", givenOtherThan(EXAMPLE.name())),
        new Demand("leads.company.imprint", "its name and postal address, which mails must show by law",
            givenOtherThan(EXAMPLE.imprint())),
        new Demand("leads.company.privacy", "the https address of its privacy notice",
            givenOtherThan(EXAMPLE.privacy()).and(Demands::isPublicHttps)),
        new Demand("leads.public-address", "the https address under which leads reach the program, not this machine's",
            Demands::isPublicHttps),
        new Demand("spring.datasource.url", "PostgreSQL's, such as jdbc:postgresql://host/database",
            url -> url.startsWith("jdbc:postgresql:")),
        new Demand("spring.datasource.username", "the database's user", givenOtherThan("sa")),
        new Demand("spring.datasource.password", "that user's password", given()),
        new Demand("leads.mail.from", "the sender's name and address, not an example's", Demands::isSender),
        new Demand("leads.mail.relay.host", "the mail server that takes our mails", given()));
  }

  private static Stream<Demand> relay(Environment environment) {
    boolean isNear = isThisMachine(environment.getProperty("leads.mail.relay.host", "").strip());
    return Stream.of(new Demand("leads.mail.relay.starttls",
        "true, unless the mail server is on this machine: mails say who is a lead of yours",
        value -> isNear || value.equalsIgnoreCase("true")));
  }

  private static Stream<Demand> secrets(Environment environment) {
    Stream<Demand> present = SECRETS.stream().map(setting -> new Demand(setting,
        "a secret of your own, of at least %d characters, %d of them different, unlike the other secrets"
            .formatted(SECRET_LENGTH, SECRET_LETTERS),
        secret -> isHard(secret) && !isUsedBefore(setting, secret, environment)));
    return Stream.concat(present, Stream.of(new Demand("leads.consent.former-secrets",
        "secrets of your own, if there are any: everybody knows what development was done with",
        inOneLine -> formerSecrets(environment).noneMatch(Demands::isKnown))));
  }

  private static boolean isHard(String secret) {
    return secret.length() >= SECRET_LENGTH && secret.chars().distinct().count() >= SECRET_LETTERS;
  }

  /** A list may be written in one line or with a number for each. */
  private static Stream<String> formerSecrets(Environment environment) {
    return Binder.get(environment)
        .bind("leads.consent.former-secrets", Bindable.listOf(String.class))
        .orElseGet(List::of)
        .stream();
  }

  private static boolean isKnown(String secret) {
    return secret.strip().matches("for[- ]development[- ]only");
  }

  /** Of two that are equal, the second is at fault. */
  private static boolean isUsedBefore(String setting, String secret, Environment environment) {
    return SECRETS.stream()
        .takeWhile(earlier -> !earlier.equals(setting))
        .anyMatch(earlier -> environment.getProperty(earlier, "").strip().equals(secret));
  }

  private static Predicate<String> given() {
    return value -> !value.isBlank();
  }

  private static Predicate<String> givenOtherThan(String example) {
    return given().and(value -> !value.equals(example));
  }

  private static boolean isPublicHttps(String address) {
    try {
      URI uri = URI.create(address);
      return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && !isThisMachine(uri.getHost());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static boolean isThisMachine(String host) {
    return host.toLowerCase(Locale.ROOT).matches("(.+\\.)?localhost|127(\\.\\d+){3}|0\\.0\\.0\\.0|\\[::1?]|::1");
  }

  private static boolean isSender(String sender) {
    try {
      InternetAddress address = new InternetAddress(sender, true);
      return !address.getAddress().toLowerCase(Locale.ROOT).endsWith("@example.com");
    } catch (AddressException noAddress) {
      return false;
    }
  }
}
