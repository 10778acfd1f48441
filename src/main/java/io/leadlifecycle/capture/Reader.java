package io.leadlifecycle.capture;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the value of a field as it came in. Null and blank text mean that there is none. */
@FunctionalInterface
interface Reader<T> {

  /** @throws IllegalArgumentException saying what is wrong, to be read after the field's name */
  @Nullable T read(@Nullable Object value);

  /** Goes on with what was read, if anything was. */
  default <U> Reader<U> then(Function<T, U> next) {
    return value -> {
      T read = read(value);
      return read == null ? null : next.apply(read);
    };
  }

  default Reader<T> required() {
    return value -> {
      T read = read(value);
      if (read == null) {
        throw new IllegalArgumentException("is required");
      }
      return read;
    };
  }
}
