package io.leadlifecycle.console;

import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.ConsentProof;
import io.leadlifecycle.consent.GivenElsewhere;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets other systems read the proof of a lead's consent, and report consents and withdrawals. */
@RestController
class ConsentApiController {

  private final Consent consent;
  private final Leads leads;
  private final Clock clock;

  ConsentApiController(Consent consent, Leads leads, Clock clock) {
    this.consent = consent;
    this.leads = leads;
    this.clock = clock;
  }

  @GetMapping("/api/leads/{id}/consent")
  ConsentProof show(@PathVariable LeadId id) {
    return consent.proof(leads.get(id).id());
  }

  /** Reported twice, it counts once. */
  @PutMapping("/api/leads/{id}/consent")
  ResponseEntity<ConsentProof> give(
      @PathVariable LeadId id, @RequestBody Map<String, Object> body, Principal client) {
    leads.get(id);
    GivenElsewhere given = ConsentReport.given(body, clock.instant());
    boolean isNew = consent.give(id, given, client.getName());
    return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(consent.proof(id));
  }

  /** Counts at once. Withdrawn twice, the first time counts, and the last one against what others report. */
  @PostMapping("/api/leads/{id}/consent/withdrawal")
  ConsentProof withdraw(@PathVariable LeadId id, @RequestBody Map<String, Object> body, Principal client) {
    leads.get(id);
    ConsentReport.Withdrawal said = ConsentReport.withdrawal(body);
    consent.withdraw(id, said.how() + ", says " + client.getName(), said.purposes());
    return consent.proof(id);
  }
}
