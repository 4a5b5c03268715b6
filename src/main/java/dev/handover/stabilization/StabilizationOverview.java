package dev.handover.stabilization;

import static java.util.stream.Collectors.groupingBy;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.SignalReadings.Tally;
import dev.handover.stabilization.StabilizationView.ReadingView;
import dev.handover.stabilization.StabilizationView.SignalView;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Read side of stabilization, for pages, reports and the REST API. */
@Service
@Transactional(readOnly = true)
public class StabilizationOverview {

    /** How many readings of each signal are shown at most. */
    static final int HISTORY = 100;

    private final Stabilizations periods;
    private final SignalReadings readings;
    private final SignalExceptions exceptions;
    private final StabilizationActs acts;
    private final SoakClocks clocks;
    private final Clock clock;

    StabilizationOverview(
            Stabilizations periods,
            SignalReadings readings,
            SignalExceptions exceptions,
            StabilizationActs acts,
            SoakClocks clocks,
            Clock clock) {
        this.periods = periods;
        this.readings = readings;
        this.exceptions = exceptions;
        this.acts = acts;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** The period of a go-live; empty if it has not begun. */
    public Optional<StabilizationView> find(GoLiveKey key) {
        return periods.findById(key.value()).map(this::view);
    }

    private StabilizationView view(Stabilization period) {
        var now = Micros.of(clock.instant());
        var goLive = period.goLive().value();
        var soak = clocks.read(period, now);
        var tally = readings.tally(goLive, period.startedAt()).stream().collect(groupingBy(Tally::signal));
        return new StabilizationView(
                soak,
                soak.earliestClose(now),
                soak.holds(now),
                Arrays.stream(SignalKind.values())
                        .map(kind -> signal(period, kind, tally.getOrDefault(kind, List.of())))
                        .toList(),
                exceptions.findByGoLiveOrderByOpenedAtDesc(goLive).stream()
                        .map(SignalException::view)
                        .toList(),
                acts.findByGoLiveOrderByAt(goLive).stream()
                        .map(StabilizationAct::view)
                        .toList());
    }

    private SignalView signal(Stabilization period, SignalKind kind, List<Tally> tally) {
        var history = history(period, kind);
        var last = history.stream()
                .findFirst()
                .filter(newest -> !newest.observedAt().isBefore(period.startedAt()))
                .orElse(null);
        return new SignalView(
                kind,
                period.limits(kind),
                last == null ? null : last.reading(),
                last,
                tally.stream().map(Tally::peak).max(Double::compare).orElse(null),
                counts(tally),
                history);
    }

    private List<ReadingView> history(Stabilization period, SignalKind kind) {
        return readings
                .findByGoLiveAndSignalOrderByObservedAtDescNumberDesc(
                        period.goLive().value(), kind, Limit.of(HISTORY))
                .stream()
                .map(SignalReading::view)
                .toList();
    }

    private static Map<Reading, Long> counts(List<Tally> tally) {
        var counts = new EnumMap<Reading, Long>(Reading.class);
        tally.forEach(row -> counts.put(row.reading(), row.readings()));
        return counts;
    }
}
