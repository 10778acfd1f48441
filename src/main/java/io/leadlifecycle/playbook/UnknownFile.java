package io.leadlifecycle.playbook;

/** The playbook has no such file. */
public class UnknownFile extends RuntimeException {

  public UnknownFile(String name) {
    super("The playbook has no file " + name);
  }
}
