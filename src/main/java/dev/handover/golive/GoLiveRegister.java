package dev.handover.golive;

import dev.handover.plan.Plan;
import dev.handover.plan.PlanReader;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Read side: what go-lives there are, and how each stands. */
@Service
@Transactional(readOnly = true)
public class GoLiveRegister {

    /** Largest page that is given out. */
    public static final int LARGEST_PAGE = 200;

    /** Longest text to look for, in characters. */
    public static final int LONGEST_TEXT = 200;

    private final GoLives goLives;
    private final PlanVersions planVersions;
    private final Participants participants;
    private final PlanReader planReader;
    private final GoLiveLocks locks;
    private final DeputyRows deputies;
    private final Clock clock;

    GoLiveRegister(
            GoLives goLives,
            PlanVersions planVersions,
            Participants participants,
            PlanReader planReader,
            GoLiveLocks locks,
            DeputyRows deputies,
            Clock clock) {
        this.goLives = goLives;
        this.planVersions = planVersions;
        this.participants = participants;
        this.planReader = planReader;
        this.locks = locks;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** @throws Refusal (not found) if there is none */
    public GoLive get(GoLiveKey key) {
        return goLives.findByKey(key.value()).orElseThrow(() -> Refusal.notFound("go-live", key));
    }

    /** @throws Refusal (not found) if there is none, (wrong phase) if it has ended */
    public GoLive running(GoLiveKey key) {
        var goLive = get(key);
        goLive.requireRunning();
        return goLive;
    }

    /**
     * The number of the plan in force as everybody sees it now, whatever was read before in the current transaction; empty if
     * the go-live has ended. Cheap enough to be asked again and again while something long goes on.
     */
    public Optional<Integer> runningPlanVersion(GoLiveKey key) {
        return goLives.runningPlanVersion(key.value());
    }

    /**
     * The go-live, running, for somebody who is about to change something that belongs to it: nobody else does so until the
     * transaction ends.
     *
     * @throws Refusal (not found) if there is none, (wrong phase) if it has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public GoLive hold(GoLiveKey key) {
        locks.hold(key);
        return running(key);
    }

    /** The plan in force. */
    public Plan plan(GoLiveKey key) {
        return planReader.reread(document(key));
    }

    /** Text of the plan in force, as it is kept. */
    public String document(GoLiveKey key) {
        return planVersions
                .findById(new PlanVersion.Id(key.value(), get(key).planVersion()))
                .orElseThrow()
                .document();
    }

    /** A plan version without its text. @param sha256 digest of the text */
    public record PlanRecord(int version, String sha256, String submittedBy, Instant submittedAt) {}

    /** All plan versions, oldest first. */
    public List<PlanRecord> planHistory(GoLiveKey key) {
        return planVersions.findByIdGoLiveOrderByIdVersion(key.value()).stream()
                .map(each -> new PlanRecord(each.version(), each.sha256(), each.submittedBy(), each.submittedAt()))
                .toList();
    }

    /** Everybody who has a role now, in the order of roles. */
    public List<Participant> people(GoLiveKey key) {
        return participants
                .findByGoLiveAndStateNotOrderByRoleAscUserIdAsc(key.value(), Participant.State.REPLACED)
                .stream()
                .sorted(Comparator.comparing(Participant::role).thenComparing(Participant::userId))
                .toList();
    }

    /** The user who holds the role now, whether accepted or only named; empty if it is open. */
    public Optional<String> holder(GoLiveKey key, Role role) {
        return people(key).stream()
                .filter(each -> each.role() == role && each.holds())
                .map(Participant::userId)
                .findFirst();
    }

    /**
     * True if the person has any role in the go-live now, or is the deputy in force of somebody who has; who declined or was
     * replaced has none.
     */
    public boolean takesPart(GoLiveKey key, String userId) {
        return participants.existsByGoLiveAndUserIdAndStateIn(
                        key.value(), userId, EnumSet.of(Participant.State.NAMED, Participant.State.ACCEPTED))
                || participants.anyOf(key.value(), principalsOf(userId));
    }

    private List<String> principalsOf(String userId) {
        return deputies.principalsOf(userId, clock.instant());
    }

    /**
     * What to list.
     *
     * @param phase null for all
     * @param finished true for those that have ended, false for those that have not, null for both
     * @param text part of key, title, customer or environment, at most {@link #LONGEST_TEXT} characters; null or blank for
     *     all; taken literally
     * @param page counted from 0
     * @param size at most {@link #LARGEST_PAGE}
     */
    public record Query(Phase phase, Boolean finished, String text, int page, int size) {

        public Query(Phase phase, String text, int page, int size) {
            this(phase, null, text, page, size);
        }

        /** Those that have ended: the one that did last first. All others: the newest first. */
        private Sort order() {
            var first = Boolean.TRUE.equals(finished) ? "finishedAt" : "createdAt";
            return Sort.by(first).descending().and(Sort.by("key"));
        }
    }

    /**
     * A page of the go-lives that a person may see, newest first; of those that have ended, the one that ended last first.
     *
     * @param everything true for people who see all go-lives
     */
    public Page<GoLive> list(String userId, boolean everything, Query query) {
        if (query.page() < 0 || query.size() < 1 || query.size() > LARGEST_PAGE) {
            throw Refusal.invalidInput("Ask for a page from 0 and a size from 1 to %d.".formatted(LARGEST_PAGE));
        }
        var text = FreeText.optional("The text to look for", query.text(), LONGEST_TEXT);
        var literal = (text == null ? "" : text.toLowerCase(Locale.ROOT))
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return goLives.visibleTo(
                userId,
                everything ? List.of() : principalsOf(userId),
                everything,
                query.phase(),
                query.finished(),
                "%" + literal + "%",
                PageRequest.of(query.page(), query.size(), query.order()));
    }
}
