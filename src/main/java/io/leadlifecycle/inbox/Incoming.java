package io.leadlifecycle.inbox;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A mail that came in, of which everything may be wrong: what cannot be understood is not there. */
final class Incoming {

  private static final Session NO_SESSION = Session.getInstance(new Properties());
  private static final int LONGEST_TEXT = 65_536;
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 50;
  private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,300})>");
  private static final Pattern OWN_ID = Pattern.compile("(?im)^message-id:\\s*<([^<>\\s]{1,300})>");
  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
  private static final Pattern HIDDEN = Pattern.compile("(?i)<(style|script|head|title)\\b");
  private static final Pattern FAILED = Pattern.compile("(?im)^action:[ \\t]*failed\\b");
  private static final Pattern STATUS = Pattern.compile("(?im)^status:[ \\t]*([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private final MimeMessage mail;

  /** @param source the mail as it was sent; its end may be missing */
  Incoming(byte[] source) throws MessagingException {
    mail = new MimeMessage(NO_SESSION, new ByteArrayInputStream(source));
  }

  /** Whom it was sent to, as far as it tells. */
  List<String> recipients() {
    return Stream.of("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
        .flatMap(name -> addresses(values(name)).stream())
        .toList();
  }

  Optional<String> sender() {
    List<String> from = addresses(values("From"));
    return from.size() == 1 ? Optional.of(from.get(0)) : Optional.empty();
  }

  String subject() throws MessagingException, IOException {
    String[] subject = mail.getHeader("Subject");
    return subject == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(subject[0]));
  }

  /** The Message-IDs of those mails that it answers. */
  List<String> answered() {
    return Stream.of("In-Reply-To", "References")
        .flatMap(name -> values(name).stream())
        .flatMap(value -> MESSAGE_ID.matcher(value).results())
        .map(found -> found.group(1))
        .distinct()
        .limit(MOST_PARTS)
        .toList();
  }

  /** Whether no person wrote it: RFC 3834 §5, and what programs did before. */
  boolean isAutomatic() {
    return values("Auto-Submitted").stream().anyMatch(value -> !value.strip().matches("(?i)no\\b.*"))
        || values("Precedence").stream().anyMatch(value -> value.strip().matches("(?i)bulk|junk|list|auto_reply"))
        || Stream.of("X-Autoreply", "X-Autorespond").anyMatch(name -> !values(name).isEmpty());
  }

  /** What it says, first as plain text, else as HTML with its markup taken off; empty if it says nothing. */
  String text() throws MessagingException, IOException {
    Parts parts = new Parts(mail);
    Optional<String> plain = parts.firstText("text/plain").filter(text -> !text.isBlank());
    return plain.isPresent() ? plain.get() : parts.firstText("text/html").map(Incoming::unmarked).orElse("");
  }

  /** What a mail server reports about a mail that it could not deliver (RFC 3464); empty if this is no report. */
  Optional<Report> report() throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
      return Optional.empty();
    }
    String status = null;
    String about = null;
    for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        status = failure(read(part));
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        Matcher id = OWN_ID.matcher(BLANK_LINE.split(read(part), 2)[0]);
        about = id.find() ? id.group(1) : about;
      }
    }
    return Optional.of(new Report(status, about));
  }

  /**
   * @param failure the status of the recipient who will not get it; null if there is none
   * @param about the Message-ID of the mail that came back; null if it is not told
   */
  record Report(@Nullable String failure, @Nullable String about) {}

  private static @Nullable String failure(String report) {
    return Stream.of(BLANK_LINE.split(report))
        .filter(recipient -> FAILED.matcher(recipient).find())
        .map(STATUS::matcher)
        .filter(Matcher::find)
        .map(status -> status.group(1))
        .findFirst()
        .orElse(null);
  }

  private List<String> values(String name) {
    try {
      String[] values = mail.getHeader(name);
      return values == null ? List.of() : List.of(values);
    } catch (MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static List<String> addresses(List<String> headers) {
    return headers.stream().flatMap(Incoming::addresses).toList();
  }

  private static Stream<String> addresses(String header) {
    try {
      return Stream.of(InternetAddress.parseHeader(header, false))
          .filter(InternetAddress.class::isInstance)
          .map(InternetAddress::getAddress);
    } catch (AddressException nobody) {
      return Stream.empty();
    }
  }

  private static String unmarked(String html) {
    String lines = shown(html)
        .replaceAll("(?is)<blockquote\\b.*", "\n> ")
        .replaceAll("\\s+", " ")
        .replaceAll("(?i)<(br|/?p|/?div|/?li|/?tr|/?h\\d|hr)\\b[^>]*>", "\n")
        .replaceAll("<[^<>]*>", "");
    return HtmlUtils.htmlUnescape(lines);
  }

  /** Without what a browser does not show. What is never closed hides all behind it. */
  private static String shown(String html) {
    StringBuilder shown = new StringBuilder();
    Matcher hidden = HIDDEN.matcher(html);
    int from = 0;
    while (hidden.find(from)) {
      shown.append(html, from, hidden.start());
      Matcher end = Pattern.compile("</" + hidden.group(1), Pattern.CASE_INSENSITIVE).matcher(html);
      if (!end.find(hidden.end())) {
        return shown.toString();
      }
      from = end.start();
    }
    return shown.append(html, from, html.length()).toString();
  }

  private static String read(Part part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readNBytes(LONGEST_TEXT), charset(part));
    }
  }

  private static Charset charset(Part part) {
    try {
      String name = new ContentType(part.getContentType()).getParameter("charset");
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
    } catch (MessagingException | IllegalArgumentException unknown) {
      return StandardCharsets.ISO_8859_1;
    }
  }

  /** The parts of a mail one by one, as long as there are not too many, nor too deep. */
  private static final class Parts {

    private final List<Part> leaves = new ArrayList<>();

    Parts(Part whole) throws MessagingException, IOException {
      collect(whole, 0);
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
      if (leaves.size() >= MOST_PARTS || depth > DEEPEST) {
        return;
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart parts) {
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
          collect(parts.getBodyPart(i), depth + 1);
        }
      } else {
        leaves.add(part);
      }
    }

    Optional<String> firstText(String type) throws MessagingException, IOException {
      for (Part leaf : leaves) {
        if (leaf.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(leaf.getDisposition())) {
          return Optional.of(read(leaf));
        }
      }
      return Optional.empty();
    }
  }
}
