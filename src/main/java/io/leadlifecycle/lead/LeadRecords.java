package io.leadlifecycle.lead;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface LeadRecords extends JpaRepository<LeadRecord, UUID> {

  Optional<LeadRecord> findByEmail(String email);

  /** Of a lead that somebody erases at this moment, there is none once it is done. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<LeadRecord> findLockedById(UUID id);

  /** Locks them in the order of their ids. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select l from LeadRecord l where l.id in :ids order by l.id")
  List<LeadRecord> findAllLocked(Collection<UUID> ids);

  @Query(
      """
      select l from LeadRecord l
      where l.stage in :stages
        and lower(concat(coalesce(l.firstName, ''), ' ', coalesce(l.lastName, ''), ' ',
                         coalesce(l.company, ''), ' ', l.email)) like :pattern escape '!'
      order by l.capturedAt desc, l.id desc
      """)
  List<LeadRecord> search(Collection<Stage> stages, String pattern, Pageable page);

  @Query("select l.stage as stage, count(l) as leads from LeadRecord l group by l.stage")
  List<StageCount> countByStage();

  long countByCapturedAtGreaterThanEqual(Instant since);

  /** How many leads stand in a stage. */
  interface StageCount {
    Stage getStage();

    long getLeads();
  }
}
