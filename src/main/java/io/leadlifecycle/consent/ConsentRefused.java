package io.leadlifecycle.consent;

import io.leadlifecycle.lead.LeadId;

/** The owner of an address says that it never asked for our mails. */
public record ConsentRefused(LeadId lead) {}
