package io.leadlifecycle.activity;

import io.leadlifecycle.lead.LeadId;

/** Something that one of several leads did, as it is reported. */
public record Deed(LeadId lead, NewActivity activity) {}
