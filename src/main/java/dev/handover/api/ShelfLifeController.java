package dev.handover.api;

import dev.handover.access.Visibility;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import dev.handover.validation.AgedEvidence;
import dev.handover.validation.ShelfLife;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which evidence a release window makes too old, before it is chosen and after. */
@RestController
@RequestMapping("/api/go-lives/{key}/shelf-life")
class ShelfLifeController {

    private final ShelfLife shelfLife;
    private final GoLiveRegister register;
    private final Visibility visibility;

    ShelfLifeController(ShelfLife shelfLife, GoLiveRegister register, Visibility visibility) {
        this.shelfLife = shelfLife;
        this.register = register;
        this.visibility = visibility;
    }

    /**
     * Evidence that would be too old.
     *
     * @param age at the start of the window, and {@code limit} how old it may be: ISO-8601 durations
     * @param step slug; @param askedAgainFrom when its step is opened again by itself at the earliest
     */
    record TooOld(
            String title,
            String kind,
            String age,
            String limit,
            String step,
            Instant attestedAt,
            Instant askedAgainFrom) {

        private static TooOld of(AgedEvidence aged) {
            return new TooOld(
                    aged.item().title(),
                    aged.item().kind().slug(),
                    aged.age().toString(),
                    aged.limit().toString(),
                    aged.step().slug(),
                    aged.attestedAt(),
                    aged.askedAgainFrom());
        }
    }

    /** @param windowStart that it was looked at for */
    record Answer(Instant windowStart, List<TooOld> tooOld) {}

    @Operation(
            summary =
                    "Which evidence is too old for the window in force, or for one that starts at windowStart; changes nothing")
    @GetMapping
    Answer look(@PathVariable String key, @RequestParam(required = false) Instant windowStart) {
        var goLive = visibility.require(key);
        var start = windowStart == null ? goLive.windowStart() : windowStart;
        return new Answer(start, at(goLive.key(), start));
    }

    private List<TooOld> at(GoLiveKey key, Instant windowStart) {
        return tooOld(shelfLife.tooOldAt(key, register.plan(key), windowStart));
    }

    static List<TooOld> tooOld(List<AgedEvidence> aged) {
        return aged.stream().map(TooOld::of).toList();
    }
}
