package dev.handover.closing;

import dev.handover.golive.Acting;
import dev.handover.golive.Authority;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The customer owner accepts the open-issue list and the operating rhythm, and with it takes over.
 * Source: section "Production monitoring period" of the source document.
 */
@Service
@Transactional
public class Acceptance {

    private static final int MOST_LINES = 8;

    private final HandoverAcceptances acceptances;
    private final OpenIssues openIssues;
    private final OpenIssueLists lists;
    private final GoLiveRegister register;
    private final Authority authority;
    private final Clock clock;

    Acceptance(
            HandoverAcceptances acceptances,
            OpenIssues openIssues,
            OpenIssueLists lists,
            GoLiveRegister register,
            Authority authority,
            Clock clock) {
        this.acceptances = acceptances;
        this.openIssues = openIssues;
        this.lists = lists;
        this.register = register;
        this.authority = authority;
        this.clock = clock;
    }

    /**
     * What was accepted.
     *
     * @param list exactly what the customer owner was shown
     * @param words empty if nothing was said
     * @param by the customer owner, or a deputy
     */
    public record Accepted(OpenIssueList list, String words, Acting by, Instant at) {}

    /**
     * Takes over the list, item by item.
     *
     * @param listDigest digest of the list the person was shown, as submitted with the form
     * @param words may be null
     * @throws Refusal (not allowed) for anybody but the customer owner and a deputy in force, (wrong phase) outside of stabilization, (stale evidence)
     *     with what has changed if the list is no longer the one shown; nothing is recorded then
     */
    public void accept(GoLiveKey key, String listDigest, String words, String by) {
        if (register.running(key).phase() != Phase.STABILIZATION) {
            throw Refusal.wrongPhase(
                    "Go-live %s is not in stabilization; there is nothing to take over yet.".formatted(key));
        }
        var acting = authority.require(key, Role.CUSTOMER, by);
        var current = openIssues.of(key);
        if (!current.digest().sha256().equals(listDigest)) {
            throw Refusal.staleEvidence(changes(key, listDigest, current));
        }
        lists.keep(current);
        acceptances.save(new HandoverAcceptance(
                key, current.digest(), words, acting, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** The acceptance that counts: the latest one. */
    @Transactional(readOnly = true)
    public Optional<Accepted> of(GoLiveKey key) {
        return acceptances
                .findFirstByGoLiveOrderByAcceptedAtDesc(key.value())
                .map(each -> new Accepted(
                        lists.find(key, each.list()).orElseThrow(), each.words(), each.acting(), each.acceptedAt()));
    }

    /** What has come up or changed since the acceptance that counts, one line each; empty if it still stands or there is none. */
    @Transactional(readOnly = true)
    public List<String> changedSince(GoLiveKey key) {
        return of(key).map(accepted -> accepted.list().differenceTo(openIssues.of(key)))
                .orElse(List.of());
    }

    private String changes(GoLiveKey key, String listDigest, OpenIssueList current) {
        var shown = listDigest == null ? Optional.<OpenIssueList>empty() : lists.find(key, listDigest);
        var changes = shown.map(list -> list.differenceTo(current))
                .orElseGet(() -> List.of("It now has %d open issues, fingerprint %s"
                        .formatted(current.issues().size(), current.digest().abbreviated())));
        var lines = changes.stream().limit(MOST_LINES).toList();
        var rest = changes.size() > MOST_LINES ? "; and %d more".formatted(changes.size() - MOST_LINES) : "";
        return "The list changed after this form was opened, so nothing was accepted. %s%s. Reload the task, look at the list, and decide again."
                .formatted(String.join("; ", lines), rest);
    }
}
