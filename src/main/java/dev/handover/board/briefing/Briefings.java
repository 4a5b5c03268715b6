package dev.handover.board.briefing;

import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.audit.AuditLog;
import dev.handover.board.OpenTask;
import dev.handover.board.ReaderZone;
import dev.handover.board.TaskLookup;
import dev.handover.golive.GoLive;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the briefing of a task: what every briefing tells, then what the composer of its kind adds. */
@Service
class Briefings {

    /** Asked for in place of what does not exist, so that this takes as long as what is not for the caller's eyes. */
    private static final GoLiveKey NOBODYS = new GoLiveKey("nobodys-go-live-0");

    private final TaskLookup tasks;
    private final Visibility visibility;
    private final Names names;
    private final AuditLog audit;
    private final CurrentUser user;
    private final Clock clock;
    private final ReaderZone zone;
    private final Map<String, BriefingComposer> composers = new HashMap<>();

    /** @throws IllegalStateException if two composers claim the same kind of task */
    Briefings(
            TaskLookup tasks,
            Visibility visibility,
            Names names,
            AuditLog audit,
            CurrentUser user,
            Clock clock,
            ReaderZone zone,
            List<BriefingComposer> composers) {
        this.tasks = tasks;
        this.visibility = visibility;
        this.names = names;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
        this.zone = zone;
        for (var composer : composers) {
            for (var element : composer.elements()) {
                var other = this.composers.put(element, composer);
                if (other != null) {
                    throw new IllegalStateException("%s and %s both write for %s".formatted(other, composer, element));
                }
            }
        }
    }

    /**
     * Not a read-only transaction: that the person was shown it is on record before it is, or it is not shown. And where a decision
     * table is shown, the engine keeps what it was asked and answered.
     *
     * @throws Refusal (not found) if the task is unknown, done, or of a go-live the current person does not see
     */
    @Transactional
    Briefing of(String taskId) {
        var key = tasks.goLiveOf(taskId);
        if (!visibility.maySee(key.orElse(NOBODYS)) || key.isEmpty()) {
            throw unknown(taskId);
        }
        var goLive = visibility.require(key.get().value());
        var task = tasks.find(taskId).orElseThrow(() -> unknown(taskId));
        var briefing = introduction(task, goLive);
        composerOf(task).compose(task, briefing);
        var written = briefing.write();
        audit.shown(task.goLive(), user.viewer().userId(), "Briefing: " + task.name(), digestOf(written));
        return written;
    }

    private static Refusal unknown(String taskId) {
        return Refusal.notFound("open task", taskId);
    }

    /** Of what is decided on, where the decision is bound to it. */
    private static Digest digestOf(Briefing briefing) {
        return briefing.stamp() == null ? null : new Digest(briefing.stamp().digest());
    }

    private Briefing.Writer introduction(OpenTask task, GoLive goLive) {
        var briefing = Briefing.about(goLive.caption())
                .headline(task.name())
                .asOf(clock.instant(), zone.of(goLive))
                .fact("Go-live", goLive.title())
                .fact("Release window", new Value.Span(goLive.windowStart(), goLive.windowEnd()));
        if (task.onBehalfOf() != null) {
            briefing.fact("You decide as", "deputy for " + names.of(task.onBehalfOf()));
        }
        return task.due() == null ? briefing : briefing.fact("Asked for by", task.due());
    }

    private BriefingComposer composerOf(OpenTask task) {
        var composer = composers.get(task.element());
        if (composer == null) {
            throw new IllegalStateException("nobody writes the briefing of " + task.element());
        }
        return composer;
    }
}
