package dev.handover.stabilization.web;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Slugged;
import dev.handover.stabilization.Observation;
import dev.handover.stabilization.SignalAccess;
import dev.handover.stabilization.SignalSource;
import dev.handover.stabilization.Signals;
import dev.handover.stabilization.StabilizationOverview;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes in signals from monitors and pipelines, and shows what came in. */
@RestController
@RequestMapping("/api/go-lives/{key}/signals")
class SignalController {

    private final Signals signals;
    private final StabilizationOverview overview;
    private final SignalAccess access;

    SignalController(Signals signals, StabilizationOverview overview, SignalAccess access) {
        this.signals = signals;
        this.overview = overview;
        this.access = access;
    }

    /**
     * A reported value.
     *
     * @param signal slug of a {@link SignalKind}
     * @param value in the signal's unit
     * @param observedAt ISO-8601 with offset or Z; left out for "now"
     * @param id the sender's own id of the measurement: sending it again changes nothing; may be left out
     * @param note may be left out
     */
    record SignalReport(String signal, Double value, String observedAt, String id, String note) {

        Observation observation() {
            if (signal == null || value == null) {
                throw Refusal.invalidInput("A signal needs at least \"signal\" and \"value\", for example"
                        + " {\"signal\": \"sign-in-failures\", \"value\": 12}.");
            }
            var kind = Slugged.of(SignalKind.class, signal);
            return new Observation(kind, value, instant(observedAt), SignalSource.REST, id, note);
        }

        private static Instant instant(String text) {
            try {
                return text == null || text.isBlank()
                        ? null
                        : OffsetDateTime.parse(text.strip()).toInstant();
            } catch (DateTimeException e) {
                throw Refusal.invalidInput(
                        "observedAt \"%s\" is no instant; write for example 2026-03-02T14:05:00Z.".formatted(text));
            }
        }
    }

    /** Records a value: 202, because what it leads to, such as a task, happens afterwards. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    SignalAnswers.Accepted report(@PathVariable String key, @RequestBody SignalReport report, Principal sender) {
        var goLive = readable(key);
        if (!access.maySignal(goLive)) {
            throw Refusal.notAllowed("You may read the signals of go-live %s but not report any. Ask its support owner."
                    .formatted(goLive));
        }
        return SignalAnswers.Accepted.of(signals.record(goLive, report.observation(), sender.getName()));
    }

    /** The six signals with their newest readings, the exceptions, and the soak clock; empty before stabilization. */
    @GetMapping
    SignalAnswers.Overview list(@PathVariable String key) {
        return overview.find(readable(key)).map(SignalAnswers.Overview::of).orElseGet(SignalAnswers.Overview::none);
    }

    private GoLiveKey readable(String key) {
        var goLive = new GoLiveKey(key);
        if (!access.mayRead(goLive)) {
            throw Refusal.notFound("go-live", key);
        }
        return goLive;
    }
}
