package dev.handover.closing;

import dev.handover.shared.CanonicalJson;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the customer owner takes over, item by item: the open issues and the operating rhythm, as one list with one digest.
 * Two lists are equal if and only if their digests are.
 *
 * @param issues most severe first, then by source and id
 * @param rhythm in the order of the areas
 */
public record OpenIssueList(GoLiveKey goLive, List<OpenIssue> issues, List<Duty> rhythm) {

    /** Version of the document's form; part of what is accepted. */
    static final String FORM = "handover-1";

    private static final Comparator<OpenIssue> ORDER = Comparator.comparingInt(OpenIssue::weight)
            .reversed()
            .thenComparing(OpenIssue::source)
            .thenComparing(OpenIssue::id);

    public OpenIssueList {
        issues = issues.stream().sorted(ORDER).toList();
        rhythm = rhythm.stream().sorted(Comparator.comparing(Duty::area)).toList();
    }

    /** Canonical JSON (RFC 8785); what is accepted, kept, and can be digested again by anybody. */
    public String document() {
        return CanonicalJson.of(Map.of(
                "openIssueList", FORM,
                "goLive", goLive.value(),
                "issues", issues.stream().map(OpenIssue::document).toList(),
                "rhythm", rhythm.stream().map(Duty::document).toList()));
    }

    /** Digest of {@link #document()}. */
    public Digest digest() {
        return Digest.of(document());
    }

    /** What is different in the later list, one line each, for people; empty if nothing is. */
    public List<String> differenceTo(OpenIssueList later) {
        return OpenIssueDifference.lines(this, later);
    }
}
