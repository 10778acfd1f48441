package io.leadlifecycle.capture;

import io.leadlifecycle.lead.LeadId;

/** A lead was captured that has no running process. Published inside the transaction that keeps the lead. */
public record LeadCaptured(LeadId lead) {}
