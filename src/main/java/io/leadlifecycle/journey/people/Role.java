package io.leadlifecycle.journey.people;

import java.util.Arrays;

/** A group of the engine's users and, with the same name, a role at our doors. */
enum Role {
  ADMIN("camunda-admin", "Administrators"),
  SALES_REPS("salesReps", "Sales reps"),
  MARKETING("marketing", "Marketing"),
  PRIVACY("privacy", "Data protection"),
  OPERATORS("operators", "Operators"),
  API_CLIENTS("apiClients", "API clients");

  /** All that are people. */
  static final Role[] STAFF = {ADMIN, SALES_REPS, MARKETING, PRIVACY, OPERATORS};

  /** Who keeps the machine running, and sees the mails that failed with their readers. */
  static final Role[] OPERATION = {ADMIN, OPERATORS};

  /** Who sees pages about leads. */
  static final Role[] LEAD_READERS = {ADMIN, SALES_REPS, PRIVACY};

  /** Who may see and erase all that is known of a person. */
  static final Role[] DATA_PROTECTION = {ADMIN, PRIVACY};

  private static final String PREFIX = "ROLE_";

  private final String group;
  private final String label;

  Role(String group, String label) {
    this.group = group;
    this.label = label;
  }

  String group() {
    return group;
  }

  String label() {
    return label;
  }

  String authority() {
    return authority(group);
  }

  static String[] authorities(Role... roles) {
    return Arrays.stream(roles).map(Role::authority).toArray(String[]::new);
  }

  static String authority(String group) {
    return PREFIX + group;
  }

  static boolean isRole(String authority) {
    return authority.startsWith(PREFIX);
  }

  static String group(String authority) {
    return authority.substring(PREFIX.length());
  }
}
