package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;

/**
 * Something was recorded of a lead. Published once for all that was reported together, after the
 * {@link ActivityRecorded} of each, inside the same transaction: for whoever looks at the ledger as a whole.
 */
public record LedgerGrew(LeadId lead) {}
