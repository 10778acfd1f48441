package io.leadlifecycle.capture;

import io.leadlifecycle.lead.LeadId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes leads in. Every way in ends here. */
@Component
public class Capture {

  /**
   * Checks the fields, keeps or completes the lead, its request for consent and its activity, all in the caller's transaction.
   *
   * @param fields by name as in the README; values are text, whole numbers or booleans
   * @throws InvalidLead naming each field that is wrong; nothing is stored then
   */
  public Captured take(Map<String, ?> fields) { throw new UnsupportedOperationException(); }

  /** @param isNew whether the address was not known before */
  public record Captured(LeadId lead, boolean isNew) {}
}
