package io.leadlifecycle.journey;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:journeys;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class JobsTogetherOnH2Tests extends JobsTogetherJourneys {}
