package io.leadlifecycle.playbook;

/**
 * One thing that is wrong in the playbook.
 *
 * @param file name relative to the playbook's folder
 * @param line counted from 1
 * @param message what is wrong, for a marketer to read
 */
public record Fault(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
