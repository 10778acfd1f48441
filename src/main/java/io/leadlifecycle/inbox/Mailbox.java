package io.leadlifecycle.inbox;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * The mails by IMAP that nobody has read. One is marked as read when what it asks for was done, so that a node
 * that dies before that leaves it to the next; all others stay as they are, and none is ever deleted.
 */
final class Mailbox {

  /** Who wants no more mails says so at the beginning. */
  private static final int LONGEST = 262_144;

  private static final String PATIENCE = "20000";
  private static final SearchTerm UNREAD = new AndTerm(new SearchTerm[] {
    new FlagTerm(new Flags(Flag.SEEN), false),
    new FlagTerm(new Flags(Flag.FLAGGED), false),
    new FlagTerm(new Flags(Flag.DELETED), false)
  });

  private final InboxSettings settings;
  private final Session session;
  /** What this node looked at, and left for people. */
  private final Set<Long> left = new HashSet<>();
  /** What broke the connection: it comes last the next time, so that it keeps no other from being read. */
  private final Set<Long> troublesome = new HashSet<>();
  private long validity;

  Mailbox(InboxSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  private static Properties properties(InboxSettings settings) {
    String prefix = "mail." + settings.protocol() + ".";
    Properties properties = new Properties();
    properties.put(prefix + "connectiontimeout", PATIENCE);
    properties.put(prefix + "timeout", PATIENCE);
    properties.put(prefix + "writetimeout", PATIENCE);
    properties.put(prefix + "peek", "true");
    properties.put(prefix + "ssl.checkserveridentity", "true");
    boolean starttls = settings.encryption() == InboxSettings.Encryption.STARTTLS;
    properties.put(prefix + "starttls.enable", String.valueOf(starttls));
    properties.put(prefix + "starttls.required", String.valueOf(starttls));
    return properties;
  }

  /**
   * Shows each new mail once.
   *
   * @param reader gets a mail's source, of which the end may be missing, or null if the server cannot give it;
   *     says what is to become of the mail, or null if it cannot say now: then the mail is shown again next time
   * @throws MessagingException if the mailbox cannot be used
   */
  void read(Function<byte @Nullable [], @Nullable Outcome> reader) throws MessagingException {
    try (Store store = session.getStore(settings.protocol())) {
      int port = settings.port() == 0 ? -1 : settings.port();
      store.connect(settings.host(), port, settings.user(), settings.password());
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        for (Message mail : unread(folder)) {
          read(folder, mail, reader);
        }
      }
    }
  }

  private List<Message> unread(Folder folder) throws MessagingException {
    UIDFolder ids = (UIDFolder) folder;
    if (validity != ids.getUIDValidity()) {
      validity = ids.getUIDValidity();
      left.clear();
      troublesome.clear();
    }
    List<Message> wanted = new ArrayList<>();
    List<Message> last = new ArrayList<>();
    Set<Long> there = new HashSet<>();
    for (Message mail : folder.search(UNREAD)) {
      long id = ids.getUID(mail);
      there.add(id);
      if (!left.contains(id)) {
        (troublesome.contains(id) ? last : wanted).add(mail);
      }
    }
    left.retainAll(there);
    troublesome.retainAll(there);
    wanted.addAll(last);
    return wanted;
  }

  private void read(Folder folder, Message mail, Function<byte @Nullable [], @Nullable Outcome> reader)
      throws MessagingException {
    long id = ((UIDFolder) folder).getUID(mail);
    troublesome.add(id);
    Outcome outcome = reader.apply(source(folder, mail));
    if (outcome != null) {
      settle(mail, id, outcome);
    }
    troublesome.remove(id);
  }

  private void settle(Message mail, long id, Outcome outcome) throws MessagingException {
    if (outcome.isDone()) {
      mail.setFlag(Flag.SEEN, true);
    } else if (outcome == Outcome.UNREADABLE) {
      mail.setFlag(Flag.FLAGGED, true);
    } else {
      left.add(id);
    }
  }

  /** Without asking the server to take the mail apart: what it cannot, we may. */
  private static byte @Nullable [] source(Folder folder, Message mail) throws MessagingException {
    try (InputStream source = ((IMAPMessage) mail).getMimeStream()) {
      return source.readNBytes(LONGEST);
    } catch (IOException | MessagingException | RuntimeException broken) {
      if (!folder.isOpen()) {
        throw new MessagingException("The connection broke while a mail was read");
      }
      return null;
    }
  }
}
