package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.util.Optional;

/**
 * One kind of check. Implementations hold no state: several checks of a kind run at once.
 *
 * @param <T> the kind's target
 */
interface Check<T extends CheckTarget> {

    Class<T> kind();

    /** The address that most calls go to, for the limit per host; empty if the check calls nobody. */
    Optional<URI> address(T target);

    /** What should be there, in words. */
    String expected(T target);

    /** How a failure shows to users, unless the finding says otherwise. */
    Symptom symptom();

    /** True for a kind that changes something and puts it right again: it has a longer time limit, and reserved time after it. */
    default boolean cleansUp() {
        return false;
    }

    /**
     * Looks.
     *
     * @throws CallFailed if the customer's system gave no usable answer: the check has failed, with that as the reason
     * @throws dev.handover.shared.HandoverException if the check could not run: it is inconclusive, with that as the reason
     */
    Finding look(T target, Probe probe) throws CallFailed;
}
