package io.leadlifecycle.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was found by a look at the gates of some mails. It holds only as long as none of the gates changes.
 *
 * @param refused that may not go now, and what becomes of them
 */
record Sifted(Instant at, Map<GateKey, Gate> seen, List<DueMail> going, Map<DueMail, NextState> refused) {}
