package io.leadlifecycle.mail;

import static io.leadlifecycle.mail.MailScenario.ANNA;
import static io.leadlifecycle.mail.MailScenario.nurture;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestDatabases;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends up in a log by accident says nothing of a reader. */
class DiscretionTests {

  @Test
  void keepsTheReaderOutOfAMailsText() {
    try (MailScenario scenario = MailScenario.on(TestDatabases.h2())) {
      MailOrder order = nurture("n:1");
      scenario.node().post(order);
      DueMail due = scenario.claimByDyingNode();
      NextState refused = NextState.failed("550 <" + ANNA + "> unknown");
      Outcome outcome = new Outcome(due, refused);

      assertThat(List.of(order, due, refused, outcome, new Pass(due, Instant.EPOCH))).extracting(Object::toString)
          .noneMatch(text -> text.contains("anna") || text.contains("Anna"));
      assertThat(due).hasToString("mail n:1");
    }
  }
}
