package io.leadlifecycle.nurture;

import io.leadlifecycle.lead.LeadId;

/** What a lead gets next, or when, is no longer what was planned. */
public record NurtureChanged(LeadId lead) {}
