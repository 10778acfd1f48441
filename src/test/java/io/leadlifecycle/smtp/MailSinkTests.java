package io.leadlifecycle.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadlifecycle.TestClock;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailSinkTests {

  private static final String TWO_MAILS = """
      EHLO me
      MAIL FROM:<a@x.example>
      RCPT TO:<b@x.example>
      DATA
      Message-ID: <1@x>

      Message-ID: <no header>
      .
      MAIL FROM:<a@x.example>
      RCPT TO:<c@x.example>
      DATA
      message-id: <2@x>

      .
      QUIT
      """;

  @Test
  void remembersEachMailBeforeItAnswersEvenIfAllCommandsComeAtOnce() throws Exception {
    TestClock clock = new TestClock();
    List<MailSink.Accepted> seen = new ArrayList<>();
    try (MailSink sink = new MailSink(clock).onFinalDot(seen::add);
        Socket client = new Socket("127.0.0.1", sink.port())) {
      client.getOutputStream().write(TWO_MAILS.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answers).endsWith("250 accepted\r\n221 bye\r\n");
      assertThat(sink.mails()).isEqualTo(seen).containsExactly(
          new MailSink.Accepted(clock.instant(), "a@x.example", "b@x.example", "1@x"),
          new MailSink.Accepted(clock.instant(), "a@x.example", "c@x.example", "2@x"));
    }
  }
}
