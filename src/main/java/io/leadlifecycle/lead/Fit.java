package io.leadlifecycle.lead;

/** How well a lead fits what we sell. {@code UNCLEAR} asks a rep to decide. */
public enum Fit {
  GOOD_FIT,
  LOW_CHANCE,
  NO_FIT,
  UNCLEAR
}
