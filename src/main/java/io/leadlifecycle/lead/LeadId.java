package io.leadlifecycle.lead;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.io.Serializable;
import java.util.UUID;

/** Names one lead. Time-ordered, and also the business key of the lead's process. */
public record LeadId(UUID value) implements Serializable {

  private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

  public static LeadId next() {
    return new LeadId(IDS.generate());
  }

  /** @throws IllegalArgumentException if the text is no UUID */
  @JsonCreator
  public static LeadId of(String text) {
    return new LeadId(UUID.fromString(text));
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
