package io.leadlifecycle.journey;

import io.leadlifecycle.lead.LeadId;

/** A task variable that stands for something our tables know about a lead; the variable's name says what. */
record LeadFact(LeadId lead) {}
