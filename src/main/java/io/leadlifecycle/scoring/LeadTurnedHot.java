package io.leadlifecycle.scoring;

import io.leadlifecycle.lead.LeadId;

/** A lead was not hot before and is now. */
public record LeadTurnedHot(LeadId lead) {}
