package io.leadlifecycle.journey.people;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the company's own login tells who may do what.
 *
 * @param groupsClaim the claim of its tokens that lists a person's groups
 * @param groups by our group, such as {@code salesReps}, the company's; one that is not named has our name there, too
 */
@ConfigurationProperties("leads.oidc")
record CompanyLoginSettings(@DefaultValue("groups") String groupsClaim, @DefaultValue Map<String, String> groups) {

  Set<Role> roles(Collection<String> companysGroups) {
    return Stream.of(Role.STAFF)
        .filter(role -> companysGroups.contains(companysNameOf(role.group())))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  private String companysNameOf(String group) {
    return groups.entrySet().stream()
        .filter(named -> plain(named.getKey()).equals(plain(group)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(group);
  }

  /** The environment knows neither small letters nor dashes. */
  private static String plain(String group) {
    return group.replaceAll("[^a-zA-Z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
