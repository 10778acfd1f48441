package io.leadlifecycle.mail;

import jakarta.mail.internet.MimeMessage;

/** A mail in its envelope, ready to be handed over. */
record Sealed(DueMail mail, MimeMessage message) {}
