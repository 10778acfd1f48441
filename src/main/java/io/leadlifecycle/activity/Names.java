package io.leadlifecycle.activity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the constants are written outside: {@code page-view}, in the playbook and in the API alike. */
final class Names {

  private Names() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Optional<E> find(List<E> constants, String name) {
    return constants.stream().filter(constant -> of(constant).equals(name)).findFirst();
  }

  /** What to say of a name that is none of them. */
  static String isNone(List<? extends Enum<?>> constants, String name) {
    return name + " is not one of " + constants.stream().map(Names::of).collect(Collectors.joining(", "));
  }
}
