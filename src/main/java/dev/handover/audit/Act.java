package dev.handover.audit;

import dev.handover.shared.Digest;

/**
 * Something that was done in a go-live.
 *
 * @param actor user id, or a name for the product itself
 * @param onBehalfOf user id of whom the actor stood in for; null if they acted for themselves
 * @param words what was done, in a few words
 * @param detail the words that go with it; never null, may be empty
 * @param manifest digest of the evidence that was decided on; null where nothing was signed
 */
public record Act(String actor, String onBehalfOf, String words, String detail, Digest manifest) {

    public Act {
        detail = detail == null ? "" : detail;
    }

    /** @param detail may be null */
    public static Act of(String actor, String words, String detail) {
        return new Act(actor, null, words, detail, null);
    }

    public Act on(Digest signed) {
        return new Act(actor, onBehalfOf, words, detail, signed);
    }

    /** @param person null for an act in one's own name */
    public Act onBehalfOf(String person) {
        return new Act(actor, person, words, detail, manifest);
    }
}
