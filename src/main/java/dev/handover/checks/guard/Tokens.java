package dev.handover.checks.guard;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;
import java.util.Optional;

/**
 * What a call that was to earn several tokens brought.
 *
 * @param answer without the tokens
 * @param earned by the place in the answer; a place that holds no token is missing
 */
public record Tokens(Answer answer, Map<JsonPointer, Earned> earned) {

    public Optional<Earned> at(JsonPointer place) {
        return Optional.ofNullable(earned.get(place));
    }
}
