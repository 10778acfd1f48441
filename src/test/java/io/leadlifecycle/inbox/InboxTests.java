package io.leadlifecycle.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestModules;
import io.leadlifecycle.consent.Consent;
import io.leadlifecycle.consent.ConsentState;
import io.leadlifecycle.consent.ConsentWithdrawn;
import io.leadlifecycle.lead.LeadId;
import io.leadlifecycle.mail.MailClass;
import io.leadlifecycle.mail.MailEntry;
import io.leadlifecycle.mail.MailState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What mails that come in do, by IMAP, on both databases. */
@ExtendWith(OutputCaptureExtension.class)
class InboxTests {

  private PostBox box;

  static List<TestModules> databases() {
    return TestModules.intake();
  }

  private PostBox boxOn(TestModules intake) {
    box = new PostBox(intake);
    return box;
  }

  private PostBox box() {
    return boxOn(databases().get(0));
  }

  @AfterEach
  void close() {
    box.close();
  }

  private static String reply(String from, String headers, String text) {
    return "From: " + from + "\nTo: leads@example.com\nSubject: Re: News\n" + headers + "\n" + text;
  }

  private void assertWithdrawn(LeadId lead, String how) {
    assertThat(box.consent(lead).state()).isEqualTo(ConsentState.WITHDRAWN);
    assertThat(box.consent(lead).withdrawnBy()).isEqualTo(how);
  }

  private void assertUntouched(LeadId lead) {
    assertThat(box.consent(lead).state()).isEqualTo(ConsentState.NONE);
    assertThat(box.looks()).containsOnly("new");
  }

  @ParameterizedTest
  @MethodSource("databases")
  void letsOutWhoeverSendsTheTokenOfItsMails(TestModules intake) {
    LeadId lead = boxOn(intake).lead();
    box.gets("From: alias@elsewhere.example\nTo: unsubscribe@example.com\nSubject: %s\nAuto-Submitted: auto-generated\n\n"
        .formatted(box.token(lead)));
    box.inbox.read();

    assertWithdrawn(lead, "mail to unsubscribe");
    assertThat(box.looks()).containsExactly("seen");
    assertThat(box.mailTo(lead, MailClass.NURTURE).state()).isEqualTo(MailState.CANCELLED);
  }

  @Test
  void letsOutWhoeverWritesToTheUnsubscribeMailbox() {
    LeadId lead = box().lead();
    box.gets("From: %s\nTo: Unsubscribe@Example.com\nSubject: please\n\nI have had enough.".formatted(box.addressOf(lead)));
    box.inbox.read();

    assertWithdrawn(lead, "mail to unsubscribe");
  }

  @Test
  void believesNoTokenThatItDidNotMake() {
    LeadId lead = box().lead();
    box.gets("From: x@y.example\nTo: unsubscribe@example.com\nSubject: %s.%s\n\n".formatted(lead, "A".repeat(43)));
    box.inbox.read();

    assertThat(box.consent(lead).state()).isEqualTo(ConsentState.NONE);
    assertThat(box.writesTo(box.addressOf(lead))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "STOP", "stop.", "  *Abmelden*!  \n\nVG", "\n\nKeine  Mails!!\n> quoted", "s\u00adtop", "ＳＴＯＰ",
    "Hallo,\nSTOP", "Hallo Anna,\n\nvielen Dank.\n\nStop!\n\nVG Erika", "Thanks!\nstop", "Stop bitte", "Bitte abmelden!",
    "stop, please"
  })
  void letsOutWhoeverRepliesWithNothingButAKeyword(String text) {
    LeadId lead = box().lead();
    box.gets(reply(box.addressOf(lead), "Content-Type: text/plain; charset=utf-8\n", text));
    box.inbox.read();

    assertThat(box.consent(lead).withdrawnBy()).startsWith("reply: ");
    assertThat(box.looks()).containsExactly("seen");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Please stop calling my colleague", "stop by our booth", "One\ntwo\nthree\nstop", "> stop\nno, go on", "",
    "Hello,\nplease do not stop", "Hallo,\n> stop", "please",
    "On Tuesday Anna wrote:\nstop", "Am Di., 3. Nov. schrieb Anna:\n> stop", "nonstop"
  })
  void leavesEverythingElseToPeople(String text) {
    LeadId lead = box().lead();
    box.gets(reply(box.addressOf(lead), "", text));
    box.inbox.read();

    assertUntouched(lead);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: auto-replied\n", "Precedence: bulk\n", "X-Autoreply: yes\n"})
  void takesNoMachineAtItsWord(String header) {
    LeadId lead = box().lead();
    box.gets(reply(box.addressOf(lead), header, "stop"));
    box.inbox.read();

    assertUntouched(lead);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void knowsByTheMailThatIsAnsweredWhoAnswersFromAnotherAddress(TestModules intake) {
    LeadId lead = boxOn(intake).lead();
    MailEntry mail = box.mailTo(lead, MailClass.NURTURE);
    box.gets(reply("boss@home.example", "In-Reply-To: <" + mail.messageId() + ">\n", "Stop"));
    box.inbox.read();

    assertWithdrawn(lead, "reply: STOP");
  }

  @Test
  void letsNobodySpeakForALeadByAServiceMailThatWentToOthers() {
    LeadId lead = box().lead();
    MailEntry mail = box.mailTo(lead, MailClass.SERVICE);
    box.gets(reply("boss@home.example", "References: <" + mail.messageId() + ">\n", "Stop"));
    box.inbox.read();

    assertThat(box.consent(lead).state()).isEqualTo(ConsentState.NONE);
    assertThat(box.writesTo(box.addressOf(lead))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void remembersWhoWantsNoMailsThoughItIsNoLeadAnyMore(TestModules intake) {
    LeadId[] gone = {boxOn(intake).lead(), box.lead(), box.lead(), box.lead()};
    List<String> addresses = Stream.of(gone).map(box::addressOf).toList();
    String token = box.token(gone[0]);
    Stream.of(gone).forEach(box::erase);
    box.gets("From: %s\nTo: leads@example.com\nSubject: %s\nAuto-Submitted: auto-generated\n\n"
        .formatted(addresses.get(0), token));
    box.gets("From: %s\nTo: unsubscribe@example.com\nSubject: please\n\nenough".formatted(addresses.get(1)));
    box.gets(reply(addresses.get(2), "", "Stop"));
    box.inbox.read();

    assertThat(box.looks()).containsExactly("seen", "seen", "seen");
    assertThat(addresses).map(box::writesTo).containsExactly(false, false, false, true);
  }

  static Stream<String> encodings() {
    String stop = Base64.getEncoder().encodeToString("Stop\r\n\r\n> old".getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + stop,
        "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: quoted-printable\n\nS=74op=\n\n\n=3E x",
        "Content-Type: text/plain; charset=x-no-such-thing\n\nstop",
        "Content-Type: text/html; charset=utf-8\n\n<html><head><style>p {}</style></head><body><div>Stop<br></div>"
            + "<blockquote>old</blockquote></body></html>",
        "Content-Type: text/html\n\n<p>ab&shy;melden</p><div>On Monday X wrote:</div>",
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\nSTOP\n--b\nContent-Type: text/html\n\n<p>no</p>\n--b--\n--a--\n",
        "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: text/plain\n\nSTOP\n");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsMailsAsMailProgramsWriteThem(String mail) {
    LeadId lead = box().lead();
    box.gets("From: %s\nTo: leads@example.com\nSubject: Re:\n%s".formatted(box.addressOf(lead), mail));
    box.inbox.read();

    assertThat(box.consent(lead).state()).isEqualTo(ConsentState.WITHDRAWN);
  }

  private static String bounce(String to, String action, String status, String messageId) {
    return """
        From: MAILER-DAEMON@example.com
        To: %s
        Subject: Undelivered
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b
        Content-Type: text/plain

        stop
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.com

        Final-Recipient: rfc822; somebody@bau.example
        Action: %s
        Status: %s
        --b
        Content-Type: message/rfc822

        From: leads@example.com
        Message-ID: <%s>
        Subject: News

        Message-ID: <not-this@example.com>
        --b--
        """.formatted(to, action, status, messageId);
  }

  private static String verp(MailEntry mail) {
    return "bounces+" + mail.messageId().replaceFirst("@.*", "") + "@example.com";
  }

  @ParameterizedTest
  @MethodSource("databases")
  void writesNoMoreToAnAddressThatDoesNotExist(TestModules intake) {
    LeadId lead = boxOn(intake).lead();
    MailEntry mail = box.mailTo(lead, MailClass.NURTURE);
    assertThat(mail.state()).isEqualTo(MailState.SENT);
    box.gets(bounce(verp(mail), "failed", "5.1.1", "unknown"));
    box.inbox.read();

    MailEntry next = box.mailTo(lead, MailClass.NURTURE);
    assertThat(next.state()).isEqualTo(MailState.CANCELLED);
    assertThat(next.reason()).isEqualTo("No mail may go to this address: Hard bounce 5.1.1");
    assertThat(box.consent(lead).state()).isEqualTo(ConsentState.NONE);
    assertThat(box.looks()).containsExactly("seen");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"})
  void knowsAMailThatCameBackForGoodByItsMessageId(String status) {
    LeadId lead = box().lead();
    MailEntry mail = box.mailTo(lead, MailClass.NURTURE);
    box.gets(bounce("leads@example.com", "failed", status, mail.messageId()));
    box.inbox.read();

    assertThat(box.mailTo(lead, MailClass.NURTURE).reason()).endsWith("Hard bounce " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "delayed,4.4.1", "failed,4.4.7", "failed,5.7.1", "failed,5.6.0", "delivered,2.0.0", "relayed,5.1.1",
    "failed,5.2.2", "failed,5.2.3", "failed,5.1.7", "failed,5.1.8", "failed,5.3.4", "failed,5.4.4", "failed,5.0.0",
    "failed,5.1.11"
  })
  void holdsNothingElseAgainstAnAddress(String action, String status) {
    LeadId lead = box().lead();
    MailEntry mail = box.mailTo(lead, MailClass.NURTURE);
    box.gets(bounce(verp(mail), action, status, mail.messageId()));
    box.inbox.read();

    assertThat(box.mailTo(lead, MailClass.NURTURE).state()).isEqualTo(MailState.SENT);
    assertThat(box.looks()).containsExactly("new");
  }

  @Test
  void believesNoBounceOfAMailThatItDidNotSend() {
    LeadId lead = box().lead();
    box.gets(bounce("bounces+" + "0".repeat(32) + "@example.com", "failed", "5.1.1", "made-up@example.com"));
    box.inbox.read();

    assertThat(box.looks()).containsExactly("new");
    assertThat(box.mailTo(lead, MailClass.NURTURE).state()).isEqualTo(MailState.SENT);
  }

  static Stream<byte[]> odd() {
    StringBuilder nested = new StringBuilder("From: x@y.example\r\nSubject: nested\r\n");
    for (int i = 0; i < 2_000; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\r\n\r\n--b").append(i).append("\r\n");
    }
    return Stream.of(
        new byte[0],
        "\r\n".getBytes(StandardCharsets.US_ASCII),
        "no header at all".getBytes(StandardCharsets.US_ASCII),
        "From: \0\1 <<>> @\r\nContent-Type: ///;;;=\r\nSubject: =?x-none?Q?=ZZ?=\r\n\r\n\0".getBytes(StandardCharsets.US_ASCII),
        "Subject: a\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: nonsense\r\n\r\nstop".getBytes(StandardCharsets.US_ASCII),
        "Subject: a\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!".getBytes(StandardCharsets.US_ASCII),
        "Subject: a\r\nContent-Type: multipart/report\r\n\r\nno boundary".getBytes(StandardCharsets.US_ASCII),
        ("Subject: a\r\nContent-Type: text/html\r\n\r\n" + "<style".repeat(20_000)).getBytes(StandardCharsets.US_ASCII),
        ("Subject: big\r\n\r\n" + "x".repeat(5_000_000)).getBytes(StandardCharsets.US_ASCII),
        ("Subject: many\r\n" + "X-A: b\r\n".repeat(30_000) + "\r\nstop").getBytes(StandardCharsets.US_ASCII),
        nested.toString().getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @MethodSource("odd")
  void goesOnBehindWhateverComesIn(byte[] odd) {
    LeadId lead = box().lead();
    box.gets(odd);
    box.gets(reply(box.addressOf(lead), "", "stop"));
    box.inbox.read();

    assertWithdrawn(lead, "reply: STOP");
    assertThat(box.looks().get(0)).isIn("new", "flagged");
    assertThat(box.counted("left") + box.counted("unreadable")).isEqualTo(1);
    assertThat(box.health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void flagsAndCountsWhatMakesNoSenseOnce() {
    box().gets("Subject: a\nContent-Type: text/plain\nContent-Transfer-Encoding: nonsense\n\nstop");
    box.inbox.read();
    box.inbox.read();

    assertThat(box.looks()).containsExactly("flagged");
    assertThat(box.counted("unreadable")).isEqualTo(1);
  }

  @Test
  void looksOnceAtWhatItLeaves() {
    box().gets(reply("x@y.example", "", "hello"));
    box.inbox.read();
    box.inbox.read();

    assertThat(box.counted("left")).isEqualTo(1);
  }

  /** The effect first, then the mark: who dies in between leaves the mail to the next. */
  @ParameterizedTest
  @MethodSource("databases")
  void losesNothingAndDoesNothingTwiceWhenANodeDies(TestModules intake) throws Exception {
    LeadId lead = boxOn(intake).lead();
    box.gets(reply(box.addressOf(lead), "", "stop"));
    Error death = new Error("this node dies");
    Inbox dying = box.node(PostBox.PASSWORD, intake.get(Consent.class));
    try {
      box.mailbox().read(source -> {
        throw death;
      });
    } catch (Error expected) {
      assertThat(expected).isSameAs(death);
    }
    assertUntouched(lead);

    dying.read();
    box.mailbox().read(source -> null);
    box.node().read();
    assertWithdrawn(lead, "reply: STOP");
    assertThat(intake.published(ConsentWithdrawn.class)).filteredOn(fact -> fact.lead().equals(lead)).hasSize(1);
  }

  @Test
  void showsAMailAgainThatCouldNotBeDoneNow() throws Exception {
    LeadId lead = box().lead();
    box.gets(reply(box.addressOf(lead), "", "stop"));
    Mailbox mailbox = box.mailbox();
    mailbox.read(source -> null);

    int[] shown = {0};
    mailbox.read(source -> {
      shown[0]++;
      return Outcome.WITHDRAWN;
    });
    assertThat(shown[0]).isEqualTo(1);
    assertThat(box.looks()).containsExactly("seen");
  }

  @Test
  void saysInItsHealthSinceWhenTheMailboxCannotBeRead() {
    Inbox stranger = box().node("wrong", box.intake.get(Consent.class));
    stranger.read();
    assertThat(box.health.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(box.health.health().getDetails()).containsKeys("since", "why");

    box.inbox.read();
    assertThat(box.health.health().getStatus()).isEqualTo(Status.UP);
    box.stopServer();
    box.inbox.read();
    assertThat(box.health.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void tellsTheLogNothingOfWhatAMailSays(CapturedOutput log) {
    LeadId lead = box().lead();
    box.gets(reply(box.addressOf(lead), "X-Secret: confidential\n", "stop"));
    box.gets("From: " + box.addressOf(lead)
        + "\nSubject: confidential\nContent-Transfer-Encoding: confidential\nContent-Type: text/plain\n\nconfidential");
    box.inbox.read();

    assertThat(box.looks()).containsExactly("seen", "flagged");
    assertThat(log.getAll()).doesNotContain("confidential").doesNotContain(box.addressOf(lead));
  }
}
