package dev.handover.signoff;

import dev.handover.shared.Phrase;

/**
 * One reason why an approval no longer stands.
 *
 * @param line for pages and the record
 * @param said the same for mails, in the language of whoever reads it
 */
record Loss(String line, Phrase said) {}
