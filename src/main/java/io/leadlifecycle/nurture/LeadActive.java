package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;

/** A lead that had become quiet did something. */
public record LeadActive(LeadId lead) {}
