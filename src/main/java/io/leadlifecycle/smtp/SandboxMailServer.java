package io.leadlifecycle.smtp;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;

/** A mail server inside the program, on a free port of this machine: it shows all, and delivers nothing. */
public class SandboxMailServer {

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final SandboxInbox inbox;
  private final Clock clock;

  public SandboxMailServer(SandboxInbox inbox, Clock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  public void start() {
    server.getUserManager().setMessageDeliveryHandler(this::reader);
    server.start();
  }

  public void stop() {
    server.stop();
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  private GreenMailUser reader(MovingMessage mail, MailAddress address) {
    return new SandboxReader(address.getEmail(), inbox, clock);
  }
}
