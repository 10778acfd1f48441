package io.leadlifecycle.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeadRecords extends JpaRepository<LeadRecord, UUID> {

  Optional<LeadRecord> findByEmail(String email);

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
