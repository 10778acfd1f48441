package io.leadlifecycle.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leadlifecycle.LeadLifecycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class ProductionTests {

  static final Map<String, String> COMPLETE = complete();

  private static Map<String, String> complete() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spring.profiles.active", "production");
    settings.put("leads.admin-password", "Open-7-sesame");
    settings.put("leads.sandbox", "false");
    settings.put("leads.company.name", "Bau AG");
    settings.put("leads.company.imprint", "Bau AG, Hauptweg 1, 50667 Musterstadt");
    settings.put("leads.company.privacy", "https://bau.example/privacy");
    settings.put("leads.public-address", "https://leads.bau.example");
    settings.put("spring.datasource.url", "jdbc:postgresql://database/leads");
    settings.put("spring.datasource.username", "leads");
    settings.put("spring.datasource.password", "open sesame");
    settings.put("leads.mail.from", "Bau AG <news@bau.example>");
    settings.put("leads.mail.relay.host", "relay.bau.example");
    settings.put("leads.mail.relay.starttls", "true");
    settings.put("leads.mail.secret", "mails: a secret of nobody but tests");
    settings.put("leads.consent.secret", "consent: a secret of nobody but tests");
    settings.put("leads.limits.secret", "limits: a secret of nobody but tests");
    settings.put("leads.forms.secret", "forms: a secret of nobody but tests");
    return settings;
  }

  static List<String> settings() {
    return List.copyOf(COMPLETE.keySet());
  }

  @Test
  void isFitWithAllSettings() {
    assertThat(unmet(COMPLETE)).isEmpty();
  }

  @Test
  void namesEverythingThatIsMissing() {
    assertThat(unmet(Map.of())).containsExactlyElementsOf(settings());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void namesExactlyTheSettingThatIsMissing(String setting) {
    Map<String, String> rest = new LinkedHashMap<>(COMPLETE);
    rest.remove(setting);

    assertThat(unmet(rest)).containsExactly(setting);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "leads.sandbox | true",
      "leads.company.name | Example Company",
      "leads.company.imprint | Example Company, 1 Example Street, 12345 Example City",
      "leads.company.privacy | https://www.example.com/privacy",
      "leads.company.privacy | http://bau.example/privacy",
      "leads.public-address | http://leads.bau.example",
      "leads.public-address | https://localhost:8080",
      "leads.public-address | https://LOCALHOST",
      "leads.public-address | https://127.0.0.1",
      "leads.public-address | https://[::1]/",
      "leads.public-address | https:leads",
      "leads.public-address | not an address",
      "spring.datasource.url | jdbc:h2:file:./data/leads",
      "spring.datasource.username | sa",
      "spring.datasource.password | ' '",
      "leads.mail.from | Sandbox <leads@example.com>",
      "leads.mail.from | nobody",
      "leads.mail.secret | for development only",
      "leads.consent.secret | for-development-only",
      "leads.limits.secret | 1234567890123456789012345678901",
      "leads.limits.secret | 1234567123456712345671234567123456",
      "leads.consent.secret | mails: a secret of nobody but tests",
      "leads.limits.secret | consent: a secret of nobody but tests",
      "leads.consent.former-secrets | for-development-only",
      "leads.consent.former-secrets | 'one of our own, for development only'",
      "leads.mail.relay.starttls | false",
      "leads.mail.relay.starttls | ' '"})
  void refusesWhatIsNoGood(String setting, String value) {
    Map<String, String> wrong = new LinkedHashMap<>(COMPLETE);
    wrong.put(setting, value);

    assertThat(unmet(wrong)).containsExactly(setting);
  }

  @Test
  void looksAtEachFormerSecret() {
    Map<String, String> numbered = new LinkedHashMap<>(COMPLETE);
    numbered.put("leads.consent.former-secrets[0]", "one of our own");
    assertThat(unmet(numbered)).isEmpty();
    numbered.put("leads.consent.former-secrets[1]", "for-development-only");

    assertThat(unmet(numbered)).containsExactly("leads.consent.former-secrets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "::1", "[::1]"})
  void needsNoEncryptionToItself(String host) {
    Map<String, String> near = new LinkedHashMap<>(COMPLETE);
    near.putAll(Map.of("leads.mail.relay.host", host, "leads.mail.relay.starttls", "false"));

    assertThat(unmet(near)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "no", ""})
  void asksWhereverTheSandboxIsOff(String sandbox) {
    GenericApplicationContext forgotten = new GenericApplicationContext();
    forgotten.setEnvironment(new MockEnvironment().withProperty("leads.sandbox", sandbox));

    assertThatThrownBy(() -> new Production().initialize(forgotten))
        .isInstanceOf(UnfitForProduction.class)
        .hasMessageStartingWith("""
            The program is not set up for production:
            - spring.profiles.active (SPRING_PROFILES_ACTIVE) must be production, since mails""");
  }

  @Test
  void asksNothingOutsideProduction() {
    GenericApplicationContext sandbox = new GenericApplicationContext();
    sandbox.setEnvironment(new MockEnvironment());

    assertThatCode(() -> new Production().initialize(sandbox)).doesNotThrowAnyException();
  }

  @Test
  void tellsTheOperatorAllAndTouchesNoDatabase(@TempDir Path data, CapturedOutput output) throws IOException {
    assertThatThrownBy(() -> start(
        "--spring.datasource.url=jdbc:h2:file:" + data.resolve("leads"), "--leads.mail.secret=much-too-short"))
        .isInstanceOf(UnfitForProduction.class);

    assertThat(output).contains(
        "APPLICATION FAILED TO START",
        "- leads.company.name (LEADS_COMPANY_NAME) must be",
        "- leads.public-address (LEADS_PUBLIC_ADDRESS) must be",
        "- spring.datasource.url (SPRING_DATASOURCE_URL) must be",
        "- leads.mail.relay.host (LEADS_MAIL_RELAY_HOST) must be",
        "- leads.limits.secret (LEADS_LIMITS_SECRET) must be",
        "- leads.forms.secret (LEADS_FORMS_SECRET) must be");
    assertThat(output).doesNotContain("much-too-short", "leads.sandbox (");
    try (var files = Files.list(data)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void readsSecretsFromFiles(@TempDir Path secrets) throws IOException {
    for (Map.Entry<String, String> setting : COMPLETE.entrySet()) {
      if (setting.getKey().matches(".*(secret|password)")) {
        Files.writeString(secrets.resolve(setting.getKey()), setting.getValue() + "\n");
      }
    }

    UnfitForProduction refusal = catchThrowableOfType(
        UnfitForProduction.class, () -> start("--LEADS_SECRETS=" + secrets));

    assertThat(refusal).hasMessageContaining("leads.company.name").hasMessageContaining("spring.datasource.url");
    assertThat(refusal.getMessage()).doesNotContain("secret (", "password (");
  }

  private static void start(String... arguments) {
    SpringApplication program = new SpringApplication(LeadLifecycle.class);
    program.setAdditionalProfiles("production");
    program.run(arguments).close();
  }

  @Test
  void asksForTheCompanysLoginInsteadOfAPasswordWherePeopleComeWithIt() {
    MockEnvironment environment = new MockEnvironment();
    environment.setActiveProfiles("production", "oidc");
    COMPLETE.forEach(environment::setProperty);
    environment.setProperty("leads.admin-password", "");
    environment.setProperty("leads.oidc.issuer", "http://login.bau.example");

    assertThat(Demands.unmetIn(environment)).extracting(Demand::setting)
        .containsExactly("leads.oidc.issuer", "leads.oidc.client-id", "leads.oidc.client-secret");
  }

  private static List<String> unmet(Map<String, String> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach(environment::setProperty);
    return Demands.unmetIn(environment).stream().map(Demand::setting).toList();
  }
}
