package io.leadlifecycle.handover;

import io.leadlifecycle.PublicAddress;
import io.leadlifecycle.lead.Lead;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailOrder;
import io.leadlifecycle.mail.Mails;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the sales manager about an overdue call. Names a company and a link, but no person: mails travel. */
@Component
class Escalation {

  private final Mails mails;
  private final HandoverSettings settings;
  private final PublicAddress publicAddress;

  Escalation(Mails mails, HandoverSettings settings, PublicAddress publicAddress) {
    this.mails = mails;
    this.settings = settings;
    this.publicAddress = publicAddress;
  }

  void tell(UUID call, Lead lead, Instant due) {
    String company = lead.contact().company();
    Map<String, String> values =
        Map.of(
            "leadPage", publicAddress.of("/leads/" + lead.id()),
            "company", company == null ? "" : company,
            "due", time(due));
    mails.post(order(keyOf(call), values));
  }

  /** The mail that tells of that call, and what it refers to. */
  static String keyOf(UUID call) {
    return "sla:" + call;
  }

  /** It refers to the call: by the lead's id one finds the mails that went to the lead. */
  private MailOrder order(String key, Map<String, String> values) {
    return new MailOrder(
        key,
        MailClass.SERVICE,
        key,
        null,
        settings.manager(),
        "",
        settings.managerLanguage(),
        null,
        "sla-missed",
        values,
        null);
  }

  private String time(Instant due) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm z", settings.managerLanguage())
        .format(due.atZone(settings.managerZone()));
  }
}
