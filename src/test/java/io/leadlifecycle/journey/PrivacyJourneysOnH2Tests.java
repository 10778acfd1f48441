package io.leadlifecycle.journey;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:privacy;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
class PrivacyJourneysOnH2Tests extends PrivacyJourneys {}
