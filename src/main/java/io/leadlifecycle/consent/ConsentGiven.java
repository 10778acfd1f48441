package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;

/** A lead agreed to nurture mails. */
public record ConsentGiven(LeadId lead) {}
