package dev.handover.api;

import dev.handover.closing.OpenIssues;
import dev.handover.shared.GoLiveKey;
import dev.handover.stabilization.StabilizationOverview;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What clients see of the time after the go-live: signals and open issues. */
@Component
class FollowUpViews {

    private final StabilizationOverview stabilization;
    private final OpenIssues openIssues;

    FollowUpViews(StabilizationOverview stabilization, OpenIssues openIssues) {
        this.stabilization = stabilization;
        this.openIssues = openIssues;
    }

    /** @param value latest reading, in {@code unit}; null before the first */
    record SignalView(
            String signal,
            String title,
            String unit,
            Double value,
            String reading,
            Instant observedAt,
            double watch,
            double breach) {}

    record OpenIssueView(String id, String title, String severity, String workaround, String owner, String source) {}

    List<SignalView> signals(GoLiveKey key) {
        return stabilization.find(key).stream()
                .flatMap(view -> view.signals().stream())
                .map(signal -> new SignalView(
                        signal.kind().slug(),
                        signal.kind().title(),
                        signal.kind().unit(),
                        signal.last() == null ? null : signal.last().value(),
                        signal.state() == null ? null : signal.state().slug(),
                        signal.last() == null ? null : signal.last().observedAt(),
                        signal.limits().watch(),
                        signal.limits().breach()))
                .toList();
    }

    List<OpenIssueView> openIssues(GoLiveKey key) {
        return openIssues.of(key).issues().stream()
                .map(issue -> new OpenIssueView(
                        issue.id(), issue.title(), issue.severity(), issue.workaround(), issue.owner(), issue.source()))
                .toList();
    }
}
