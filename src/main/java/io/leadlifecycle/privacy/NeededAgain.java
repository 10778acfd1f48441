package io.leadlifecycle.privacy;

/** The time of somebody was up who came back just now: nothing is erased. */
public class NeededAgain extends RuntimeException {

  public NeededAgain(Person person) {
    super(person + " is needed again");
  }
}
