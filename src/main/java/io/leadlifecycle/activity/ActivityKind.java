package io.leadlifecycle.activity;

/** What a lead can do that says something about its interest. */
public enum ActivityKind {
  PAGE_VIEW,
  BLOG_POST,
  DOWNLOAD,
  WEBINAR,
  MAIL_CLICK,
  CONTACT_REQUEST,
  DEMO_REQUEST;

  /** Whether the lead thereby asks to be contacted: a buying signal, and leave to call. */
  public boolean asksForContact() {
    return this == CONTACT_REQUEST || this == DEMO_REQUEST;
  }

  /** Whether an offer can be of this kind; the others are traces a lead leaves on its way to one. */
  boolean canBeOffered() {
    return this != PAGE_VIEW && this != MAIL_CLICK;
  }
}
