package io.leadlifecycle.console.sandbox;

import io.leadlifecycle.smtp.SandboxMail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A caught mail for people to look at. */
final class MailPreview {

  private static final List<String> SHOWN =
      List.of(
          "Date", "Message-ID", "Return-Path", "Reply-To", "Sender", "Content-Language", "Auto-Submitted",
          "Precedence", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID");

  private MailPreview() {}

  /** Those that are worth reading, whatever their case, in this order. */
  static Map<String, String> headers(SandboxMail mail) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : SHOWN) {
      mail.headers().forEach((header, value) -> {
        if (header.equalsIgnoreCase(name)) {
          headers.put(name, value);
        }
      });
    }
    return headers;
  }
}
