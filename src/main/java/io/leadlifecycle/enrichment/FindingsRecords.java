package io.leadlifecycle.enrichment;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface FindingsRecords extends JpaRepository<FindingsRecord, UUID> {}
