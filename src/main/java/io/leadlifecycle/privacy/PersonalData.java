package io.leadlifecycle.privacy;

/**
 * What one module knows of a person. Every module that keeps something about people has one such bean; erasing calls
 * them in Spring's order ({@code @Order}): first the process, last the lead itself.
 */
public interface PersonalData {

  /** Names the part in an export, such as {@code mails}. */
  String section();

  /**
   * All of it, as plain records, lists, maps, texts, numbers and instants, which become JSON and a page. Nothing is
   * left out because it is awkward: a person may see it.
   */
  Object export(Person person);

  /**
   * Erases it, in the caller's transaction. Repeatable: where nothing is left, nothing happens.
   *
   * @param why decides what must stay
   */
  void erase(Person person, Erasure why);
}
