package io.leadlifecycle.consent;

import java.time.Instant;

/**
 * The proof of a consent of somebody who was erased since.
 *
 * @param keptUntil from then on it is forgotten
 * @param proof JSON, as {@code GET /api/leads/{id}/consent} answered at last
 */
public record ArchivedProof(Instant archivedAt, Instant keptUntil, String proof) {

  /** Without the proof: this may be logged. */
  @Override
  public String toString() {
    return "proof kept until " + keptUntil;
  }
}
