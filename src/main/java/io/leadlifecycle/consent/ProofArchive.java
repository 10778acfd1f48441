package io.leadlifecycle.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.leadlifecycle.Seal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proofs of people who were erased, for the time in which they may still be asked for. The key is made of the
 * secret and the address: who has only the database, or the secret as well but no address, reads nothing.
 */
@Component
class ProofArchive {

  private static final String USE = "consent archive";
  private static final JsonMapper JSON = JsonMapper.builder()
      .findAndAddModules()
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
      .build();

  private final JdbcClient jdbc;
  private final List<String> secrets;

  ProofArchive(JdbcClient jdbc, ConsentSettings settings) {
    this.jdbc = jdbc;
    this.secrets = settings.secrets();
  }

  void add(String address, ConsentProof proof, Instant at, Instant keptUntil) {
    String secret = secrets.get(0);
    jdbc.sql("""
            insert into consent_archive (id, address_hash, sealed, archived_at, kept_until)
            values (?, ?, ?, ?, ?)""")
        .params(UUID.randomUUID(), hash(secret, address), seal(secret, address).close(json(proof)), utc(at),
            utc(keptUntil))
        .update();
  }

  /** Oldest first. */
  List<ArchivedProof> of(String address) {
    return secrets.stream().flatMap(secret -> of(address, secret).stream()).toList();
  }

  private List<ArchivedProof> of(String address, String secret) {
    return jdbc.sql("select * from consent_archive where address_hash = ? order by archived_at")
        .param(hash(secret, address))
        .query((row, number) -> new ArchivedProof(
            row.getObject("archived_at", OffsetDateTime.class).toInstant(),
            row.getObject("kept_until", OffsetDateTime.class).toInstant(),
            seal(secret, address).open(row.getString("sealed"))))
        .list();
  }

  int deleteUntil(Instant at) {
    return jdbc.sql("delete from consent_archive where kept_until <= ?").param(utc(at)).update();
  }

  private static String hash(String secret, String address) {
    return Seal.name(secret, USE, normalised(address));
  }

  private static Seal seal(String secret, String address) {
    return new Seal(secret, USE + " of " + normalised(address));
  }

  private static String normalised(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  private static String json(ConsentProof proof) {
    try {
      return JSON.writeValueAsString(proof);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A proof is plain data", e);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
