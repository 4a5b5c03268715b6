package dev.handover.closing;

import dev.handover.plan.Plan.Severity;
import dev.handover.shared.Slugged;
import java.util.Map;

/**
 * Something that is not done when the customer takes over.
 *
 * @param id unique in its list, and the same for as long as the issue is open
 * @param severity slug of {@link Severity}
 * @param workaround how to live with it; empty if nothing is known
 * @param owner who follows it up: a user id, or a name as written in the plan; empty if nobody does
 * @param source where it comes from, for people
 */
public record OpenIssue(String id, String title, String severity, String workaround, String owner, String source) {

    public OpenIssue {
        workaround = workaround == null ? "" : workaround;
        owner = owner == null ? "" : owner;
    }

    static OpenIssue of(String id, String title, Severity severity, String workaround, String owner, String source) {
        return new OpenIssue(id, title, severity.slug(), workaround, owner, source);
    }

    /** From 0 for the least severe. */
    int weight() {
        return Slugged.of(Severity.class, severity).ordinal();
    }

    Map<String, String> document() {
        return Map.of(
                "id", id,
                "title", title,
                "severity", severity,
                "workaround", workaround,
                "owner", owner,
                "source", source);
    }
}
