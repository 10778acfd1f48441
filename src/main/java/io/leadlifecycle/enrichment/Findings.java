package io.leadlifecycle.enrichment;

import org.jspecify.annotations.Nullable;

/**
 * What a rep found out about a lead.
 *
 * @param phone company number @param directDial the person's own number
 * @param folder link to a folder with more
 */
public record Findings(
    @Nullable String homepage,
    @Nullable String phone,
    @Nullable String directDial,
    @Nullable String teamPage,
    @Nullable String socialProfiles,
    @Nullable String pressAndEvents,
    boolean newsletterSubscribed,
    @Nullable String notes,
    @Nullable String folder) {}
