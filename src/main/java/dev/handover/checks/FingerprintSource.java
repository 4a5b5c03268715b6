package dev.handover.checks;

import dev.handover.checks.guard.CallFailed;
import java.util.Map;
import java.util.Set;

/** One place where an environment shows what it is. A kind of identity provider more is one source more. */
interface FingerprintSource {

    /** Fields this source can tell of the target; none if the target has no such place. */
    Set<FingerprintField> fields(FingerprintTarget target);

    /**
     * Asks.
     *
     * @return a value for each field that has one
     * @throws CallFailed if there is no usable answer: all fields are unknown, with that as the reason
     * @throws dev.handover.shared.HandoverException if it could not ask: likewise
     */
    Map<FingerprintField, String> read(FingerprintTarget target, Probe probe) throws CallFailed;
}
