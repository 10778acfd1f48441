package io.leadlifecycle.smtp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** All that the sandbox's mail server got since the program started; of very many, the newest. */
@Component
@ConditionalOnProperty(name = "leads.sandbox", havingValue = "true", matchIfMissing = true)
public class SandboxInbox {

  private static final int ROOM = 5_000;

  private final Deque<SandboxMail> mails = new ArrayDeque<>();

  synchronized void keep(SandboxMail mail) {
    mails.addFirst(mail);
    if (mails.size() > ROOM) {
      mails.removeLast();
    }
  }

  /** Newest first. */
  public synchronized List<SandboxMail> mails() {
    return List.copyOf(mails);
  }

  public Optional<SandboxMail> find(String messageId) {
    return mails().stream().filter(mail -> mail.messageId().equals(messageId)).findFirst();
  }
}
