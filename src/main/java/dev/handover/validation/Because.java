package dev.handover.validation;

import dev.handover.shared.Phrase;
import java.util.List;

/**
 * Why a step is open again.
 *
 * @param words for pages and the record
 * @param said the same for mails, in the language of whoever reads it
 */
public record Because(String words, List<Phrase> said) {

    public Because {
        said = List.copyOf(said);
    }
}
