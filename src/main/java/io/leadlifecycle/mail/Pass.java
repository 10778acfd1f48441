package io.leadlifecycle.mail;

import java.time.Instant;

/**
 * A mail that may be sent now.
 *
 * @param reserved until then it must be sent; should this node die, it counts as sent at this instant
 */
record Pass(DueMail mail, Instant reserved) {}
