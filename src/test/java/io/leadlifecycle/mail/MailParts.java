package io.leadlifecycle.mail;

import io.leadlifecycle.calendar.SendCalendar;
import io.leadlifecycle.letter.Letters;
import io.leadlifecycle.letter.Templates;
import io.leadlifecycle.smtp.RelayHealth;
import io.leadlifecycle.smtp.RelaySettings;
import io.leadlifecycle.smtp.SendRates;
import io.leadlifecycle.smtp.SmtpRelay;
import java.time.Clock;
import java.util.Objects;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail module of one node, put together as in the program, but in a moment. */
record MailParts(
    Mails mails, MailGate gate, MailClaims claims, Dispatcher dispatcher, MailPersonalData personalData) {

  static MailParts of(
      NamedParameterJdbcTemplate database,
      RelaySettings relay,
      MailSettings settings,
      SendCalendar calendar,
      Clock clock,
      Checkpoints checkpoints) {
    MailGateTable gates = new MailGateTable(database, new FirstInsert(database.getJdbcOperations()));
    return of(database, gates, relay, settings, calendar, clock, Clock.systemUTC(), checkpoints);
  }

  static MailParts of(
      NamedParameterJdbcTemplate database,
      MailGateTable gates,
      RelaySettings relay,
      MailSettings settings,
      SendCalendar calendar,
      Clock clock,
      Clock machine,
      Checkpoints checkpoints) {
    var transactions = new TransactionTemplate(
        new JdbcTransactionManager(Objects.requireNonNull(database.getJdbcTemplate().getDataSource())));
    Variables variables = new Variables(settings);
    FirstInsert firstInsert = new FirstInsert(database.getJdbcOperations());
    MailLedgerTable ledger =
        new MailLedgerTable(JdbcClient.create(database.getJdbcTemplate()), database, firstInsert, variables);
    MailClaims claims = new MailClaims(database, transactions, variables);
    MailGate gate = new MailGate(gates, ledger, claims, calendar, settings, transactions);
    Letters letters = new Letters(Templates.PLAYBOOK);
    Envelopes envelopes = new Envelopes(letters, settings);
    SmtpRelay smtp = new SmtpRelay(relay, new RelayHealth(clock));
    CommonTime time = new CommonTime(database, clock, machine);
    Postmen postmen = new Postmen(envelopes, smtp, claims, gate, checkpoints, time);
    Dispatcher dispatcher =
        new Dispatcher(claims, gate, postmen, smtp, new SendRates(relay), settings, checkpoints, time);
    AddressHash hash = new AddressHash(settings);
    Mails mails = new Mails(ledger, gate, dispatcher, letters, envelopes, hash, time);
    MailPersonalData personalData = new MailPersonalData(ledger, gates, gate, hash, time);
    return new MailParts(mails, gate, claims, dispatcher, personalData);
  }
}
