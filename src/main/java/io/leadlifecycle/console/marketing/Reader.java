package io.leadlifecycle.console.marketing;

import java.util.Map;

/** Made-up readers, to see what a mail makes of them. */
enum Reader {
  USUAL("Usual", "Erika", "Berger", "Bau AG"),
  NOTHING_KNOWN("Nothing known", "", "", ""),
  /** Typed into our forms what attackers and careless programs type into forms. */
  HOSTILE(
      "Hostile",
      "<script>alert(1)</script> {{7*7}} ${7*7} {{{unsubscribe}}}",
      "[win](javascript:alert(1)) ![x](https://evil.example/x.gif) <https://evil.example> \u202Egpj.exe",
      "\"><img src=x onerror=alert(1)>\r\nBcc: all@evil.example\r\n\r\n# **Heading** \uD83C\uDFD7\uFE0F "
          + "Donaudampfschiff".repeat(12));

  private final String label;
  private final Map<String, String> told;

  Reader(String label, String firstName, String lastName, String company) {
    this.label = label;
    this.told = Map.of("firstName", firstName, "lastName", lastName, "company", company);
  }

  public String label() {
    return label;
  }

  /** What the reader told us of itself. */
  Map<String, String> told() {
    return told;
  }
}
