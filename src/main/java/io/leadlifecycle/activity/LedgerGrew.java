package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;
import java.util.List;
import java.util.Map;

/**
 * Something was recorded of these leads. Published once for all that was reported together, after the
 * {@link ActivityRecorded} of each, inside the same transaction, which holds the leads: for whoever looks at the
 * ledger as a whole.
 *
 * @param ledgers all that each of them ever did, oldest first
 */
public record LedgerGrew(Map<LeadId, List<Activity>> ledgers) {}
