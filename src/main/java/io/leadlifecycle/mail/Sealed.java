package io.leadlifecycle.mail;

import jakarta.mail.internet.MimeMessage;

/** A mail in its envelope, ready to be handed over. Its print is known. */
record Sealed(DueMail mail, MimeMessage message) {}
