package io.leadlifecycle.smtp;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whoever the sandbox's mails are for: its mail server keeps them in the inbox, and nowhere else. */
record SandboxReader(String address, SandboxInbox inbox, Clock clock) implements GreenMailUser {

  @Override
  public void deliver(MovingMessage mail) {
    deliver(mail.getMessage());
  }

  @Override
  public void deliver(MimeMessage mail) {
    try {
      inbox.keep(new SandboxMail(
          String.valueOf(mail.getMessageID()).replaceAll("[<>]", ""),
          ((InternetAddress) mail.getFrom()[0]).toUnicodeString(),
          address,
          String.valueOf(mail.getSubject()),
          headers(mail),
          content(mail, "text/plain"),
          content(mail, "text/html"),
          clock.instant()));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The sandbox cannot read a mail", e);
    }
  }

  private static Map<String, String> headers(MimeMessage mail) throws MessagingException, IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : Collections.list(mail.getAllHeaders())) {
      headers.putIfAbsent(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue())));
    }
    return Collections.unmodifiableMap(headers);
  }

  /** The first part of that type; empty if there is none. */
  private static String content(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return (String) part.getContent();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = content(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  @Override
  public String getEmail() {
    return address;
  }

  @Override
  public String getLogin() {
    return address;
  }

  @Override
  public String getQualifiedMailboxName() {
    return address;
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void create() {}

  @Override
  public void delete() {}

  @Override
  public void setPassword(String password) {}

  @Override
  public void authenticate(String password) {}
}
