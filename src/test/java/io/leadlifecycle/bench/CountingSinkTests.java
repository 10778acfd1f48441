package io.leadlifecycle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CountingSinkTests {

  private static final String TWO_MAILS = """
      EHLO me
      MAIL FROM:<a@x.example>
      RCPT TO:<b@x.example>
      DATA
      Subject: dots

      ..
      .. in a mail
      .
      MAIL FROM:<a@x.example>
      RCPT TO:<c@x.example>
      DATA
      .
      QUIT
      """;

  @Test
  void notesWhoGotMailEvenIfAllCommandsComeAtOnce() throws Exception {
    try (CountingSink sink = new CountingSink(); Socket client = new Socket("127.0.0.1", sink.port())) {
      client.getOutputStream().write(TWO_MAILS.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
      String answers = new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answers.lines()).containsExactly(
          "220 sink", "250-sink", "250-PIPELINING", "250 8BITMIME",
          "250 ok", "250 ok", "354 go on", "250 ok",
          "250 ok", "250 ok", "354 go on", "250 ok", "221 bye");
      assertThat(sink.since(0)).extracting(CountingSink.Taken::to).containsExactly("b@x.example", "c@x.example");
      assertThat(sink.await(2)).isEqualTo(sink.since(1).get(0).at());
    }
  }
}
