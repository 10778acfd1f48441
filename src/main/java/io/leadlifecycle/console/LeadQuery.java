package io.leadlifecycle.console;

import io.leadlifecycle.lead.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which leads somebody wants to see.
 *
 * @param stage null for all
 * @param text part of name, company or address; empty for all
 * @param page counted from 0
 */
record LeadQuery(@Nullable Stage stage, String text, int page, int size) {

  static final int USUAL_SIZE = 50;

  private static final int LONGEST_TEXT = 200;
  private static final int LARGEST_SIZE = 200;
  private static final int LAST_PAGE = 1_000_000;

  /** @throws InvalidParameter named as in the address of the request */
  LeadQuery {
    text = text.strip();
    require(text.length() <= LONGEST_TEXT, "q", "must have at most " + LONGEST_TEXT + " characters");
    // PostgreSQL refuses some of them, and no lead has any.
    require(text.chars().noneMatch(Character::isISOControl), "q", "must have no control characters");
    require(page >= 0 && page <= LAST_PAGE, "page", "must be from 0 to " + LAST_PAGE);
    require(size >= 1 && size <= LARGEST_SIZE, "size", "must be from 1 to " + LARGEST_SIZE);
  }

  private static void require(boolean holds, String parameter, String fault) {
    if (!holds) {
      throw new InvalidParameter(parameter, fault);
    }
  }
}
