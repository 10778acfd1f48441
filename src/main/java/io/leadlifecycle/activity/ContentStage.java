package io.leadlifecycle.activity;

/** How near to buying a piece of content is read. */
public enum ContentStage {
  AWARENESS,
  CONSIDERATION,
  DECISION
}
