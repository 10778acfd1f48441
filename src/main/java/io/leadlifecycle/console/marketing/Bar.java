package io.leadlifecycle.console.marketing;

/** A number beside others, drawn as a bar: the fullest is as long as the page allows. */
record Bar(String label, long leads, long ofAll, long fullest) {

  /** Such as {@code 42 %}; a dash if there is nothing to be a part of. */
  public String share() {
    return ofAll == 0 ? "–" : Math.round(100.0 * leads / ofAll) + " %";
  }

  /** As SVG wants it. */
  public String width() {
    return fullest == 0 ? "0%" : Math.round(100.0 * leads / fullest) + "%";
  }
}
