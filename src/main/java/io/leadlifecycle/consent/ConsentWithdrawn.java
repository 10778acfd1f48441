package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;

/** A lead wants no more nurture mails. */
public record ConsentWithdrawn(LeadId lead) {}
