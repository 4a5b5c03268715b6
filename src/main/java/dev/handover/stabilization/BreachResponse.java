package dev.handover.stabilization;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.StabilizationView.Decision;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do about signals that breached. All methods refuse (wrong phase) outside stabilization. */
@Service
@Transactional
public class BreachResponse {

    private final StabilizationPeriod periods;
    private final SignalExceptions exceptions;
    private final SoakClocks clocks;
    private final StabilizationActs acts;

    BreachResponse(
            StabilizationPeriod periods, SignalExceptions exceptions, SoakClocks clocks, StabilizationActs acts) {
        this.periods = periods;
        this.exceptions = exceptions;
        this.clocks = clocks;
        this.acts = acts;
    }

    /** Signals with an open exception, the one that is open longest first. */
    @Transactional(readOnly = true)
    public List<SignalKind> breached(GoLiveKey key) {
        return exceptions.open(key.value()).stream()
                .map(SignalException::signal)
                .toList();
    }

    /**
     * The support owner has dealt with it. Quiet time counts from the first reading that showed the breach to be over,
     * or from now if there was none.
     *
     * @throws Refusal (invalid input) without a reason; (conflict) if no exception of that signal is open
     */
    public void resolve(GoLiveKey key, SignalKind signal, String person, String reason) {
        var decision = periods.decision(person, reason);
        var period = periods.lock(key, decision.at());
        resolve(openException(key, signal), period, decision);
    }

    /**
     * The support owner asks for a roll-back; the exception stays open until the production owner decides.
     *
     * @throws Refusal (invalid input) without a reason; (conflict) if no exception of that signal is open
     */
    public void askRollBack(GoLiveKey key, SignalKind signal, String person, String reason) {
        var decision = periods.decision(person, reason);
        periods.lock(key, decision.at());
        openException(key, signal).askRollBack(decision);
    }

    /**
     * The production owner rolls back. Open exceptions stay open, as the reason for it.
     *
     * @throws Refusal (invalid input) without a reason
     */
    public void rollBack(GoLiveKey key, String person, String reason) {
        var decision = periods.decision(person, reason);
        acts.save(StabilizationAct.rollBack(periods.lock(key, decision.at()), decision));
    }

    /**
     * The production owner stays live, which resolves the exceptions that a roll-back was asked for.
     *
     * @throws Refusal (invalid input) without a reason
     */
    public void stayLive(GoLiveKey key, String person, String reason) {
        var decision = periods.decision(person, reason);
        var period = periods.lock(key, decision.at());
        acts.save(StabilizationAct.stayLive(period, decision));
        exceptions.open(key.value()).stream()
                .filter(SignalException::isRollBackAsked)
                .forEach(exception -> resolve(exception, period, decision));
    }

    private void resolve(SignalException exception, Stabilization period, Decision decision) {
        var end = clocks.endOf(exception, decision.at());
        exception.resolve(decision);
        period.breachedAt(end);
    }

    private SignalException openException(GoLiveKey key, SignalKind signal) {
        return exceptions
                .open(key.value(), signal)
                .orElseThrow(() ->
                        Refusal.conflict("%s of go-live %s has no open exception (any more). Reload the task list."
                                .formatted(signal.title(), key)));
    }
}
