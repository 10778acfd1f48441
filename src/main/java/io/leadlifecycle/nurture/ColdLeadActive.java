package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;

/** A lead that had gone cold did something: its life goes on. */
public record ColdLeadActive(LeadId lead) {}
