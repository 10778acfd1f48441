package io.leadlifecycle.journey.people;

import java.util.Arrays;

/** A group of the engine's users and, with the same name, a role at our doors. */
enum Role {
  ADMIN("camunda-admin", "Administrators", "/leads"),
  SALES_REPS("salesReps", "Sales reps", "/leads"),
  MARKETING("marketing", "Marketing", "/funnel"),
  PRIVACY("privacy", "Data protection", "/privacy"),
  OPERATORS("operators", "Operators", "/mails"),
  API_CLIENTS("apiClients", "API clients", "/swagger-ui.html");

  /** All that are people. */
  static final Role[] STAFF = {ADMIN, SALES_REPS, MARKETING, PRIVACY, OPERATORS};

  /** Who may read of a lead by name. */
  static final Role[] MEETING_LEADS = {ADMIN, SALES_REPS, PRIVACY};

  /** Who decides about mails that failed, and so sees whom they are for. */
  static final Role[] OPERATION = {ADMIN, OPERATORS};

  /** Who may see and erase all that is known of a person. */
  static final Role[] DATA_PROTECTION = {ADMIN, PRIVACY};

  private static final String PREFIX = "ROLE_";

  private final String group;
  private final String label;
  private final String home;

  Role(String group, String label, String home) {
    this.group = group;
    this.label = label;
    this.home = home;
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

  /** The page where its people begin, which is never one that is shut to them. */
  String home() {
    return home;
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
