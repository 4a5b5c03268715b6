package dev.handover.checks;

import java.util.Objects;

/**
 * A check to run.
 *
 * @param id chosen by the caller, and found again in the result
 * @param name for people
 * @param target what to check
 */
public record CheckRequest(String id, String name, CheckTarget target) {

    public CheckRequest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
    }
}
