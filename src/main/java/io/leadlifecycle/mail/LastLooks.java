package io.leadlifecycle.mail;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Asks the database, right before the final dot of a mail, whether it may still go. One question is asked at a
 * time; whoever comes meanwhile joins the next one, which begins after they came: so nobody gets an answer that is
 * older than their question.
 */
class LastLooks {

  private final MailClaims claims;
  private final CommonTime time;
  private final Queue<Look> waiting = new ArrayDeque<>();
  private final Object turn = new Object();

  LastLooks(MailClaims claims, CommonTime time) {
    this.claims = claims;
    this.time = time;
  }

  private static final class Look {

    private final DueMail mail;
    private boolean over;
    private boolean allowed;

    private Look(DueMail mail) {
      this.mail = mail;
    }
  }

  /** If the database cannot be asked, one of those who wanted to know gets the reason, and the others no leave. */
  boolean maySend(DueMail mail) {
    Look look = new Look(mail);
    join(look);
    synchronized (turn) {
      if (!look.over) {
        answer(allWaiting());
      }
      return look.allowed;
    }
  }

  private void join(Look look) {
    synchronized (waiting) {
      waiting.add(look);
    }
  }

  private List<Look> allWaiting() {
    synchronized (waiting) {
      List<Look> all = List.copyOf(waiting);
      waiting.clear();
      return all;
    }
  }

  private void answer(List<Look> looks) {
    try {
      Set<String> allowed = claims.maySend(looks.stream().map(look -> look.mail).toList(), time.now());
      looks.forEach(look -> look.allowed = allowed.contains(look.mail.key()));
    } finally {
      looks.forEach(look -> look.over = true);
    }
  }

  /** How many wait for the next question. */
  int waiting() {
    synchronized (waiting) {
      return waiting.size();
    }
  }
}
