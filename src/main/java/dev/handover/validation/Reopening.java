package dev.handover.validation;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.PlanChanged;
import dev.handover.golive.Timeline;
import dev.handover.golive.WindowMoved;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException;
import dev.handover.shared.Step;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens steps again by themselves: what depends on a changed plan, and what has become too old for the window. */
@Component
class Reopening {

    private static final Logger LOG = LoggerFactory.getLogger(Reopening.class);

    private final ValidationSteps steps;
    private final ShelfLife shelfLife;
    private final ValidationProcess process;
    private final GoLiveRegister register;
    private final TransactionTemplate later;

    Reopening(
            ValidationSteps steps,
            ShelfLife shelfLife,
            ValidationProcess process,
            GoLiveRegister register,
            PlatformTransactionManager transactions) {
        this.steps = steps;
        this.shelfLife = shelfLife;
        this.process = process;
        this.register = register;
        this.later = new TransactionTemplate(transactions);
        this.later.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A changed plan reopens the steps that depend on what changed or are too old by it, and no other. */
    @EventListener
    void on(PlanChanged changed) {
        var key = changed.goLive();
        var reopened = EnumSet.noneOf(Step.class);
        reopened.addAll(steps.markReopened(
                key,
                changed.change().reopens(),
                new Because(
                        "The plan changed: " + changed.change().summary(),
                        changed.change().said("plan-changed")),
                changed.by()));
        reopened.addAll(markTooOld(key));
        tell(key, reopened);
        if (changed.change().windowMoved()) {
            shelfLife.tell(key);
        }
    }

    /**
     * Opens the steps whose evidence is too old, as far as doing them again helps by now.
     *
     * @return those that were opened
     */
    Set<Step> reopenTooOld(GoLiveKey key) {
        register.hold(key);
        var reopened = markTooOld(key);
        tell(key, reopened);
        return reopened;
    }

    private Set<Step> markTooOld(GoLiveKey key) {
        var reopened = EnumSet.noneOf(Step.class);
        shelfLife
                .due(key)
                .forEach((step, items) -> reopened.addAll(
                        steps.markReopened(key, EnumSet.of(step), ShelfLife.because(items), Timeline.SYSTEM)));
        return reopened;
    }

    private void tell(GoLiveKey key, Set<Step> reopened) {
        if (!reopened.isEmpty()) {
            process.stepsReopened(key, reopened);
        }
    }

    /** The process that moved the window cannot be called away from it, so it is left to come to rest first. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(WindowMoved moved) {
        try {
            later.executeWithoutResult(transaction -> reopenTooOld(moved.goLive()));
        } catch (HandoverException | ConcurrencyFailureException e) {
            LOG.info(
                    "go-live {} moves on; what is too old is looked at again tonight: {}",
                    moved.goLive(),
                    e.getMessage());
        }
    }
}
