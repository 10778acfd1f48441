package io.leadlifecycle.capture;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What we take for granted about a lead that does not say.
 *
 * @param defaultLocale language of a lead from nowhere in particular
 * @param defaultTimeZone zone of a lead from nowhere, or from a country that we have no zone for
 */
@ConfigurationProperties("leads.capture")
record CaptureSettings(
    @DefaultValue("en") Locale defaultLocale, @DefaultValue("Europe/Berlin") ZoneId defaultTimeZone) {

  private static final Set<String> GERMAN_SPEAKING = Set.of("DE", "AT", "CH", "LI");

  /** Where a country has several, the zone in which most of its people live. */
  private static final Map<String, String> ZONES = Map.ofEntries(
      Map.entry("AT", "Europe/Vienna"),
      Map.entry("AU", "Australia/Sydney"),
      Map.entry("BE", "Europe/Brussels"),
      Map.entry("BG", "Europe/Sofia"),
      Map.entry("BR", "America/Sao_Paulo"),
      Map.entry("CA", "America/Toronto"),
      Map.entry("CH", "Europe/Zurich"),
      Map.entry("CN", "Asia/Shanghai"),
      Map.entry("CZ", "Europe/Prague"),
      Map.entry("DE", "Europe/Berlin"),
      Map.entry("DK", "Europe/Copenhagen"),
      Map.entry("ES", "Europe/Madrid"),
      Map.entry("FI", "Europe/Helsinki"),
      Map.entry("FR", "Europe/Paris"),
      Map.entry("GB", "Europe/London"),
      Map.entry("GR", "Europe/Athens"),
      Map.entry("HU", "Europe/Budapest"),
      Map.entry("IE", "Europe/Dublin"),
      Map.entry("IN", "Asia/Kolkata"),
      Map.entry("IT", "Europe/Rome"),
      Map.entry("JP", "Asia/Tokyo"),
      Map.entry("LI", "Europe/Vaduz"),
      Map.entry("LU", "Europe/Luxembourg"),
      Map.entry("NL", "Europe/Amsterdam"),
      Map.entry("NO", "Europe/Oslo"),
      Map.entry("NZ", "Pacific/Auckland"),
      Map.entry("PL", "Europe/Warsaw"),
      Map.entry("PT", "Europe/Lisbon"),
      Map.entry("RO", "Europe/Bucharest"),
      Map.entry("SE", "Europe/Stockholm"),
      Map.entry("SG", "Asia/Singapore"),
      Map.entry("TR", "Europe/Istanbul"),
      Map.entry("US", "America/New_York"));

  Locale localeIn(@Nullable String country) {
    if (country == null) {
      return defaultLocale;
    }
    return GERMAN_SPEAKING.contains(country) ? Locale.GERMAN : Locale.ENGLISH;
  }

  ZoneId timeZoneIn(@Nullable String country) {
    String zone = country == null ? null : ZONES.get(country);
    return zone == null ? defaultTimeZone : ZoneId.of(zone);
  }
}
