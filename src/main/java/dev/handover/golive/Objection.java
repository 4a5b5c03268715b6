package dev.handover.golive;

import dev.handover.shared.Phrase;

/**
 * What speaks against somebody acting.
 *
 * @param words a sentence, for pages and refusals
 * @param said the same for mails, in the language of whoever reads it
 */
public record Objection(String words, Phrase said) {}
