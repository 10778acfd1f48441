package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;

/** A lead that was asked to confirm said no, before it ever confirmed. */
public record ConsentRefused(LeadId lead) {}
