package dev.handover.stabilization;

import dev.handover.shared.GoLiveKey;
import dev.handover.stabilization.StabilizationView.ReadingView;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what is tracked during stabilization, judges it, and asks for a person where a signal breached. */
@Service
@Transactional
public class Signals {

    private final StabilizationPeriod periods;
    private final SignalReadings readings;
    private final SignalExceptions exceptions;
    private final SoakClocks clocks;
    private final SignalAssessment assessment;
    private final StabilizationProcess process;

    Signals(
            StabilizationPeriod periods,
            SignalReadings readings,
            SignalExceptions exceptions,
            SoakClocks clocks,
            SignalAssessment assessment,
            StabilizationProcess process) {
        this.periods = periods;
        this.readings = readings;
        this.exceptions = exceptions;
        this.clocks = clocks;
        this.assessment = assessment;
        this.process = process;
    }

    /**
     * What became of an observation.
     *
     * @param reading as recorded
     * @param duplicate true if it had been recorded before, so nothing changed
     * @param earliestClose when the period can be closed at the earliest, if nothing more breaches
     */
    public record Recorded(ReadingView reading, boolean duplicate, Instant earliestClose) {}

    /**
     * Records an observation. A breach opens an exception of its signal or joins the open one. What comes late is kept,
     * marked, and counts where it belongs: a breach counts from when it was observed, joins the exception that was open
     * then, and is no more than a record if it was observed before the period.
     *
     * @param person user id of who reports it
     * @throws dev.handover.shared.Refusal (wrong phase) outside stabilization; (invalid input) if it lies in the
     *     future; nothing is recorded then
     */
    public Recorded record(GoLiveKey key, Observation observation, String person) {
        var now = periods.now();
        var observedAt = observation.observedBy(now);
        var period = periods.lock(key, now);
        var first = recordedBefore(key, observation);
        var reading = first.orElseGet(() -> add(period, observation, observedAt, now, person));
        return new Recorded(
                reading.view(), first.isPresent(), clocks.read(period, now).earliestClose(now));
    }

    private Optional<SignalReading> recordedBefore(GoLiveKey key, Observation observation) {
        return Optional.ofNullable(observation.dedupeKey())
                .flatMap(id -> readings.findByGoLiveAndSignalAndDedupeKey(key.value(), observation.kind(), id));
    }

    private SignalReading add(
            Stabilization period, Observation observation, Instant observedAt, Instant now, String person) {
        var goLive = period.goLive().value();
        var newest = readings.newestObservation(goLive, observation.kind());
        var arrival = Arrival.of(observedAt, now, period.startedAt(), newest);
        var reading = assessment.assess(observation.value(), period.limits(observation.kind()));
        var exception = reading == Reading.BREACH && arrival.counts() ? breach(period, observation, arrival) : null;
        return readings.save(new SignalReading(period, observation, arrival, reading, exception, person));
    }

    private SignalException breach(Stabilization period, Observation observation, Arrival arrival) {
        period.breachedAt(arrival.observedAt());
        var goLive = period.goLive();
        var known = exceptions.findByGoLiveAndSignalOrderByOpenedAt(goLive.value(), observation.kind()).stream()
                .filter(exception -> exception.covers(arrival.observedAt()))
                .findFirst();
        known.ifPresent(exception -> exception.join(observation.value(), arrival.observedAt()));
        return known.orElseGet(() -> open(period, observation, arrival));
    }

    private SignalException open(Stabilization period, Observation observation, Arrival arrival) {
        var exception = exceptions.save(new SignalException(
                period, observation.kind(), observation.value(), arrival.observedAt(), arrival.receivedAt()));
        process.signalBreached(period.goLive(), observation.kind());
        return exception;
    }
}
