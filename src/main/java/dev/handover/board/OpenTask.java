package dev.handover.board;

import dev.handover.golive.Acting;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A user task that waits for a person.
 *
 * @param id the engine's id, as in the Tasklist's address
 * @param element id of the user task in its model, for example {@code UserTask_ConfirmStep}
 * @param name what the Tasklist calls it
 * @param assignee user id of the one who has to act; null while nobody has
 * @param onBehalfOf user id of the person the assignee is the deputy of; null if the task is their own
 * @param due when it should be done; null if the model gives no date
 * @param since when it was given out
 * @param subject what the task is about beside the go-live, as the model hands it down: {@code step}, {@code role}, {@code blocker},
 *     {@code signal}, and {@code manifest}; absent keys do not apply
 */
public record OpenTask(
        String id,
        String element,
        GoLiveKey goLive,
        String name,
        String assignee,
        String onBehalfOf,
        Instant due,
        Instant since,
        Map<String, String> subject) {

    public Optional<Step> step() {
        return about("step").flatMap(slug -> Slugged.find(Step.class, slug));
    }

    public Optional<Role> role() {
        return about("role").flatMap(slug -> Slugged.find(Role.class, slug));
    }

    /** Id of the blocker to resolve. */
    public Optional<String> blocker() {
        return about("blocker");
    }

    public Optional<SignalKind> signal() {
        return about("signal").flatMap(slug -> Slugged.find(SignalKind.class, slug));
    }

    /** Who has to act, and for whom; null while nobody has. */
    public Acting acting() {
        return assignee == null ? null : new Acting(assignee, onBehalfOf);
    }

    public boolean isHeldBy(String userId) {
        return userId.equals(assignee);
    }

    private Optional<String> about(String what) {
        return Optional.ofNullable(subject.get(what));
    }
}
