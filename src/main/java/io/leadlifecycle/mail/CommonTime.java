package io.leadlifecycle.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The time by which mails are kept apart. It is the database's, and so the same on all nodes, whatever their own
 * clocks say; in the sandbox it moves with the program's clock.
 */
@Component
class CommonTime {

  private static final Logger LOG = LoggerFactory.getLogger(CommonTime.class);
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final NamedParameterJdbcOperations database;
  private final Clock program;
  private final InstantSource machine;
  private volatile Duration correction = Duration.ZERO;

  @Autowired
  CommonTime(NamedParameterJdbcOperations database, Clock program) {
    this(database, program, () -> Instant.ofEpochMilli(System.currentTimeMillis()));
  }

  /** @param machine what the operating system says, which the sandbox does not move */
  CommonTime(NamedParameterJdbcOperations database, Clock program, InstantSource machine) {
    this.database = database;
    this.program = program;
    this.machine = machine;
  }

  Instant now() {
    return SqlTime.rounded(program.instant().plus(correction));
  }

  /** Looks at the database's clock again. A small difference is nobody's fault, and is left alone. */
  void compare() {
    Duration ahead = Duration.between(machine.instant(), databaseTime());
    Duration found = ahead.abs().compareTo(TOLERANCE) < 0 ? Duration.ZERO : ahead;
    if (found.minus(correction).abs().compareTo(TOLERANCE) >= 0) {
      LOG.warn("The database's clock is {} ahead of this machine's: mails go by the database's", ahead);
    }
    correction = found;
  }

  private Instant databaseTime() {
    return Objects.requireNonNull(
            database.queryForObject("select current_timestamp", Map.of(), OffsetDateTime.class))
        .toInstant();
  }
}
