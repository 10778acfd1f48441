package io.leadlifecycle.lead;

import java.beans.PropertyEditorSupport;

/** Lets a model write {@code ${nurture.sendNext(lead)}}: found by its name beside {@link LeadId}. */
public class LeadIdEditor extends PropertyEditorSupport {

  @Override
  public void setAsText(String text) {
    setValue(LeadId.of(text));
  }
}
