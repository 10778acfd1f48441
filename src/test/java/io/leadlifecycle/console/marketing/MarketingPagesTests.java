package io.leadlifecycle.console.marketing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.leadlifecycle.lead.Contact;
import io.leadlifecycle.lead.EmailAddress;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.lead.Leads;
import io.leadlifecycle.lead.Stage;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

/** What marketing sees. */
@SpringBootTest(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:marketing;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
      "camunda.bpm.job-execution.enabled=false",
      "leads.mail.dispatch-automatically=false"
    })
@AutoConfigureMockMvc(addFilters = false)
@DirtiesContext
@Transactional
class MarketingPagesTests {

  @Autowired MockMvc web;
  @Autowired Leads leads;

  @BeforeEach
  void threeLeadsCameIn() {
    lead("anna", Stage.CONFIRMING);
    lead("jonas", Stage.QUALIFYING, Stage.NOT_A_FIT);
    lead("erika", Stage.CONFIRMING, Stage.QUALIFYING, Stage.NURTURED, Stage.CALLING, Stage.CUSTOMER);
  }

  @Test
  void showsTheFunnelWithoutAnybodyInIt() throws Exception {
    see("/funnel", "marketing")
        .andExpect(content().string(containsString("Handed over to a rep")))
        .andExpect(content().string(containsString("33 %")))
        .andExpect(content().string(not(containsString("erika"))))
        .andExpect(content().string(not(containsString("Muster"))));
  }

  @Test
  void showsTheWayToListsOnlyToThoseForWhomTheyAre() throws Exception {
    see("/funnel", "salesReps").andExpect(content().string(containsString("href=\"/leads?stage=NURTURED\"")));
    see("/funnel", "marketing")
        .andExpect(content().string(not(containsString("/leads"))))
        .andExpect(content().string(not(containsString("href=\"\""))));
  }

  @Test
  void showsThePlaybookWithAWayToEachMail() throws Exception {
    see("/playbook", "marketing")
        .andExpect(content().string(containsString("ebook-process-automation")))
        .andExpect(content().string(containsString("Starts when a lead has gone quiet.")))
        .andExpect(content().string(containsString("/playbook/letters?template=process-automation-2")))
        .andExpect(content().string(containsString("/playbook/letters?template=opt-in")))
        .andExpect(content().string(containsString("handover.dmn")));
    see("/playbook/letters?template=process-automation-2", "marketing")
        .andExpect(content().string(containsString("mails/process-automation-2.")));
  }

  private ResultActions see(String page, String group) throws Exception {
    TestingAuthenticationToken person = new TestingAuthenticationToken("mia", "", "ROLE_" + group);
    return web.perform(get(page).principal(person)).andExpect(status().isOk());
  }

  private void lead(String name, Stage... stages) {
    Contact contact = new Contact(
        new EmailAddress(name + "@bau.example"), name, "Muster", "Bau AG", null, null, null, "DE", null, null, null,
        null, Locale.GERMAN, ZoneId.of("Europe/Berlin"), null);
    LeadId id = leads.register(contact, false).id();
    for (Stage stage : stages) {
      leads.enter(id, stage);
    }
  }
}
