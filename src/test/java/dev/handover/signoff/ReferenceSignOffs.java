package dev.handover.signoff;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.signoff.SignOff.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sign-offs mean, said once more in the simplest way: maps of what there is, and copies of them that were signed. */
final class ReferenceSignOffs {

    /** An item of evidence; several of a kind have different names. */
    record Item(EvidenceKind kind, String name) {}

    /** The latest word of a role. */
    static final class Latest {
        int round;
        State state;
        Map<Item, String> signed;
    }

    Phase phase = Phase.SIGN_OFF;
    final Map<Item, String> evidence = new HashMap<>();
    final Map<Role, Latest> latest = new EnumMap<>(Role.class);
    private final Map<Role, Map<Item, String>> shown = new EnumMap<>(Role.class);

    ReferenceSignOffs(Map<Item, String> evidence) {
        this.evidence.putAll(evidence);
        ask();
    }

    /** @return true if anything is different now */
    boolean add(Item item, String content) {
        return !content.equals(evidence.put(item, content));
    }

    void look(Role role) {
        shown.put(role, reliedOn(role));
    }

    boolean hasLooked(Role role) {
        return shown.containsKey(role);
    }

    Optional<Code> signShown(Role role) {
        return sign(role, shown.get(role));
    }

    Optional<Code> sign(Role role) {
        return sign(role, reliedOn(role));
    }

    private Optional<Code> sign(Role role, Map<Item, String> seen) {
        var mine = latest.get(role);
        var isTooEarly = role == Role.CHANGE && !(stands(Role.BUSINESS) && stands(Role.ENVIRONMENT));
        if (mine.state != State.PENDING || isTooEarly) {
            return Optional.of(Code.CONFLICT);
        }
        if (!seen.equals(reliedOn(role))) {
            return Optional.of(Code.STALE_EVIDENCE);
        }
        mine.state = State.APPROVED;
        mine.signed = seen;
        return Optional.empty();
    }

    Optional<Code> reject(Role role) {
        var mine = latest.get(role);
        if (mine.state != State.PENDING) {
            return Optional.of(Code.CONFLICT);
        }
        mine.state = State.REJECTED;
        phase = Phase.VALIDATION;
        return Optional.empty();
    }

    /** The process hears of changed evidence. @return whose sign-off it takes back */
    List<Role> work() {
        var outdated = outdate();
        if (!outdated.isEmpty() && phase != Phase.VALIDATION) {
            enterSignOff();
        }
        return outdated;
    }

    void enterSignOff() {
        phase = Phase.SIGN_OFF;
        ask();
    }

    private List<Role> outdate() {
        var outdated = new ArrayList<Role>();
        if (phase != Phase.STABILIZATION) {
            latest.forEach((role, each) -> {
                if (each.state == State.APPROVED && !stands(role)) {
                    each.state = State.OUTDATED;
                    outdated.add(role);
                }
            });
        }
        return outdated;
    }

    private void ask() {
        outdate();
        for (var role : Role.signing()) {
            var mine = latest.computeIfAbsent(role, any -> new Latest());
            var standsOn = mine.state == State.APPROVED && role != Role.CHANGE;
            if (!standsOn && mine.state != State.PENDING) {
                mine.state = State.PENDING;
                mine.round++;
            }
        }
    }

    boolean allApproved() {
        return latest.values().stream().allMatch(each -> each.state == State.APPROVED);
    }

    boolean allStand() {
        return Role.signing().stream().allMatch(this::stands);
    }

    private boolean stands(Role role) {
        var mine = latest.get(role);
        return mine.state == State.APPROVED && mine.signed.equals(reliedOn(role));
    }

    private Map<Item, String> reliedOn(Role role) {
        var relied = new HashMap<>(evidence);
        relied.keySet().removeIf(item -> !relies(role, item.kind()));
        return relied;
    }

    private static boolean relies(Role role, EvidenceKind kind) {
        return switch (kind) {
            case ENVIRONMENT_INVENTORY, INTEGRATION_VALIDATION, BACKUP_AND_RECOVERY_STATEMENT -> role != Role.BUSINESS;
            case PRODUCT_WORKFLOW_VALIDATION, SUPPORT_HANDOFF -> role != Role.ENVIRONMENT;
            case USER_AND_ROLE_VALIDATION, KNOWN_ISSUES_LIST -> true;
        };
    }
}
