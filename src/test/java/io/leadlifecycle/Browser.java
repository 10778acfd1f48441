package io.leadlifecycle;

import com.microsoft.playwright.APIRequest;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The Chromium of the machine, else the one that Playwright brought; with neither, tests are skipped. */
final class Browser implements AutoCloseable {

  private static final List<Path> INSTALLED =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private static final List<String> QUIETLY =
      List.of(
          "--no-sandbox", "--disable-gpu", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--no-first-run");

  /** Tasklist and Cockpit give up when a script takes seven seconds, as it may on a busy machine. */
  private static final String LOADS_SLOWLY_TOO = "window.require = {waitSeconds: 0}";

  private static final int PATIENCE = 60_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  static Browser open() {
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      return new Browser(playwright, playwright.chromium().launch(options()));
    } catch (PlaywrightException e) {
      playwright.close();
      Assumptions.abort("No Chromium can be started, so nothing is tried in a browser: " + e.getMessage());
      throw e;
    }
  }

  private static LaunchOptions options() {
    LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(QUIETLY);
    Optional<Path> installed = INSTALLED.stream().filter(Files::isExecutable).findFirst();
    installed.ifPresent(options::setExecutablePath);
    return options;
  }

  /** Somebody's own window, with no cookies but theirs. */
  Page window(String home) {
    BrowserContext person =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(home)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(new ViewportSize(1400, 850)));
    person.setDefaultTimeout(PATIENCE);
    person.addInitScript(LOADS_SLOWLY_TOO);
    return person.newPage();
  }

  /** Another system, with its key. */
  APIRequestContext machine(String home, String key) {
    return playwright
        .request()
        .newContext(
            new APIRequest.NewContextOptions()
                .setBaseURL(home)
                .setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + key)));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
