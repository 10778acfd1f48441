package io.leadlifecycle.journey.people;

/** There is an API client of that name, or the environment may bring one. */
class NameTaken extends RuntimeException {

  NameTaken(String name) {
    super("An API client of this name is there already: " + name);
  }
}
