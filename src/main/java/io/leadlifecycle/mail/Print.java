package io.leadlifecycle.mail;

/**
 * What a mail said, for the proof.
 *
 * @param textHash of the plain text as it was handed over, see {@link io.leadlifecycle.Fingerprint}
 * @param templateVersion of the template's file: another one if the file was changed
 */
record Print(String textHash, String templateVersion) {}
