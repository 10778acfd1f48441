package io.leadlifecycle.lead;

/**
 * How far leads have come that were captured in the same time. Each counts wherever it has been, also if it left out
 * what lies before: a lead that asks to be called need not be nurtured.
 *
 * @param admitted confirmed their address, or need not
 * @param fitting those that the rules or a rep found to fit, with low chances too
 * @param handedOver to a rep, to be called
 * @param won those that are customers now
 */
public record Progress(long captured, long admitted, long fitting, long nurtured, long handedOver, long won) {}
