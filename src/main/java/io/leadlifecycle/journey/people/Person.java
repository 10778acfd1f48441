package io.leadlifecycle.journey.people;

import java.util.List;

/** Somebody we know from the first start on. */
record Person(String id, String firstName, String lastName, Role role) {

  static final Person ADMIN = new Person("admin", "Ada", "Winter", Role.ADMIN);

  /** The people to try the sandbox with. */
  static final List<Person> SAMPLES =
      List.of(
          new Person("sam", "Sam", "Sommer", Role.SALES_REPS),
          new Person("robin", "Robin", "Berg", Role.SALES_REPS),
          new Person("mia", "Mia", "Lenz", Role.MARKETING),
          new Person("petra", "Petra", "Kurz", Role.PRIVACY),
          new Person("omar", "Omar", "Stein", Role.OPERATORS));

  /** At a domain that is reserved for examples and gets no mail. */
  String email() {
    return id + "@example.com";
  }
}
