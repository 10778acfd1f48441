package io.leadlifecycle.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * One of our endpoints.
 *
 * @param json whether it takes JSON instead of parameters
 * @param names of its parameters, or of the fields of its JSON
 */
record Endpoint(String method, String path, boolean json, List<String> names) {

  /** What each takes, apart from its path. What ends a lead stands last. */
  static final List<Endpoint> ALL = """
      GET / |
      GET /login | q error logout
      GET /leads | q stage q page
      GET /leads/{id} |
      GET /leads/{id}/consent |
      GET /leads/{id}/consent/withdrawal |
      GET /mails |
      POST /mails/{key}/resend |
      GET /privacy |
      POST /privacy | q address
      GET /privacy/leads/{id} |
      GET /privacy/leads/{id}/personal-data |
      GET /privacy/leads/{id}/erase |
      GET /api/leads | q stage q page size
      GET /api/funnel |
      GET /api/offers |
      POST /api/leads | j email firstName lastName company website phone role country industry employees budget \
      customerType locale timeZone offer source consent consentMeasuring consentPhone form formVersion ipAddress userAgent
      GET /api/leads/{id} |
      GET /api/leads/{id}/timeline |
      GET /api/leads/{id}/mails |
      GET /api/leads/{id}/consent |
      GET /api/leads/{id}/personal-data |
      POST /api/leads/{id}/activities | j key kind offer at
      POST /api/activities | j lead key kind offer at
      PUT /api/leads/{id}/consent | j basis document givenAt purposes conditions
      GET /api/mails | q state size
      POST /api/mails/{key}/resend |
      GET /forms/{offer} | q lang
      POST /forms/{offer} | q email firstName lastName company role phone country employees consent opened nickname
      GET /confirm/{token} |
      POST /confirm/{token} | q not-me
      GET /unsubscribe/{*token} |
      GET /preferences/{token} |
      POST /preferences/{token} | q frequency topic pause unsubscribe
      GET /sandbox |
      POST /sandbox/clock | q advance
      GET /sandbox/mails/{id} |
      GET /sandbox/mails/{id}/html |
      GET /funnel | q days
      GET /playbook |
      GET /playbook/letters | q template language reader
      GET /playbook/letters/html | q template language reader
      GET /clients |
      POST /clients | q name scopes
      POST /clients/{name}/key | q atOnce
      POST /clients/{name}/dismissal |
      GET /sandbox/api/mails |
      GET /sandbox/api/clock |
      POST /sandbox/api/clock | j advance
      POST /unsubscribe/{*token} | q List-Unsubscribe
      POST /api/leads/{id}/consent/withdrawal | j how purposes
      POST /leads/{id}/consent/withdrawal |
      POST /privacy/leads/{id}/erase |
      DELETE /api/leads/{id} |
      """.lines().map(Endpoint::read).toList();

  private static Endpoint read(String line) {
    String[] sides = line.split("\\|", 2);
    List<String> names = new ArrayList<>(List.of(sides[1].strip().split(" +")));
    boolean json = names.remove(0).equals("j");
    return new Endpoint(sides[0].split(" ")[0], sides[0].split(" ")[1], json, List.copyOf(names));
  }

  String name() {
    return method + " " + path;
  }

  boolean isForMachines() {
    return path.startsWith("/api") || path.startsWith("/sandbox/api");
  }

  boolean hasPlaceholder() {
    return path.contains("{");
  }

  String firstName() {
    return names.isEmpty() ? "q" : names.get(0);
  }
}
