package io.leadlifecycle.console.marketing;

import io.leadlifecycle.lead.Stage;

/** The leads that stand in one stage, for a link to their list. */
record StageBar(Stage stage, Bar bar) {}
