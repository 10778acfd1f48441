package io.leadlifecycle.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a server that refuses a recipient for good means that there is no such mailbox. The enhanced code
 * says it where there is one: RFC 3463 §3.2, X.1.1 bad mailbox, X.1.2 bad system, X.1.3 bad syntax, X.1.6 moved and
 * left no address; X.1.10, a domain that takes no mail (RFC 7505). Without one, 550, 551 and 553 do (RFC 5321
 * §4.2.3), but not if the server speaks of relaying, spam or its policy: that is about the sender, and may be over
 * tomorrow.
 */
final class NoMailbox {

  private static final Pattern ENHANCED = Pattern.compile("^5\\d\\d[ -](5\\.\\d{1,3}\\.\\d{1,3})\\b");
  private static final Pattern OF_ADDRESS = Pattern.compile("5\\.1\\.([1236]|10)");
  private static final Pattern PLAIN = Pattern.compile("^55[013]\\b");
  private static final Pattern ABOUT_SENDER = Pattern.compile(
      "relay|spam|polic|block|black|reput|denied|prohibit|authent|listed", Pattern.CASE_INSENSITIVE);

  private NoMailbox() {}

  /** @param answer what the server said to the command that named the recipient */
  static boolean saidIn(String answer) {
    Matcher enhanced = ENHANCED.matcher(answer);
    return enhanced.find()
        ? OF_ADDRESS.matcher(enhanced.group(1)).matches()
        : PLAIN.matcher(answer).find() && !ABOUT_SENDER.matcher(answer).find();
  }

  /** The shortest that says why: the enhanced code, else the plain one. */
  static String codeIn(String answer) {
    Matcher enhanced = ENHANCED.matcher(answer);
    return enhanced.find() ? enhanced.group(1) : answer.substring(0, Math.min(3, answer.length()));
  }
}
