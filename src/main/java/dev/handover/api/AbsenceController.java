package dev.handover.api;

import dev.handover.access.AbsenceRights;
import dev.handover.access.CurrentUser;
import dev.handover.access.Visibility;
import dev.handover.golive.Absence;
import dev.handover.golive.Absences;
import dev.handover.golive.Deputies;
import dev.handover.golive.Period;
import dev.handover.shared.Directory;
import dev.handover.shared.Slugged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Absences over REST. */
@RestController
@RequestMapping("/api/absences")
@Tag(name = "Absences")
class AbsenceController {

    private final Absences absences;
    private final AbsenceRights rights;
    private final Deputies deputies;
    private final Visibility visibility;
    private final CurrentUser user;
    private final Directory directory;
    private final Clock clock;

    AbsenceController(
            Absences absences,
            AbsenceRights rights,
            Deputies deputies,
            Visibility visibility,
            CurrentUser user,
            Directory directory,
            Clock clock) {
        this.absences = absences;
        this.rights = rights;
        this.deputies = deputies;
        this.visibility = visibility;
        this.user = user;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Who is away when.
     *
     * @param person user id; null for the person who asks, others for admins only
     * @param from first day
     * @param until last day, inclusive
     * @param zone in which the days are meant; null for that of the person's newest go-live, else UTC
     */
    record NewAbsence(String person, String from, String until, String zone, String note) {}

    /** @param state {@code planned}, {@code now} or {@code over}; @param endsAt exclusive */
    record AbsenceView(
            UUID id,
            String person,
            String personName,
            LocalDate from,
            LocalDate until,
            String zone,
            Instant startsAt,
            Instant endsAt,
            String state,
            String note,
            String enteredBy,
            Instant enteredAt,
            String endedBy,
            Instant endedAt) {}

    @Operation(summary = "Your absences, the newest 200; for admins and auditors everybody's")
    @GetMapping
    List<AbsenceView> list() {
        return rights.visible().stream().map(this::view).toList();
    }

    @Operation(
            summary =
                    "When somebody with a role in an open go-live is away and nobody stands in; for admins and auditors")
    @GetMapping("/gaps")
    List<Absences.Gap> gaps() {
        visibility.requireToSeeEverything();
        return absences.gapsAhead();
    }

    @Operation(summary = "One absence")
    @GetMapping("/{id}")
    AbsenceView get(@PathVariable UUID id) {
        return view(rights.require(id));
    }

    @Operation(summary = "Say for whole days that you are away; name a deputy beside it if somebody stands in")
    @PostMapping
    ResponseEntity<AbsenceView> enter(@RequestBody NewAbsence wanted) {
        var person = rights.person(wanted.person());
        var period = Period.read(wanted.from(), wanted.until(), wanted.zone(), deputies.usualZone(person));
        var entered = absences.enter(
                new Absences.Entry(person, period, wanted.note()), user.viewer().userId());
        return ResponseEntity.created(URI.create("/api/absences/" + entered.id()))
                .body(view(entered));
    }

    @Operation(summary = "End an absence now")
    @PostMapping("/{id}/end")
    AbsenceView end(@PathVariable UUID id) {
        rights.requireToEnd(id);
        return view(absences.end(id, user.viewer().userId()));
    }

    private AbsenceView view(Absence absence) {
        return new AbsenceView(
                absence.id(),
                absence.person(),
                directory.nameOf(absence.person()),
                absence.period().first(),
                absence.period().last(),
                absence.period().zone().getId(),
                absence.startsAt(),
                absence.endsAt(),
                Slugged.slugOf(absence.stateAt(clock.instant())),
                absence.note(),
                absence.enteredBy(),
                absence.enteredAt(),
                absence.endedBy(),
                absence.endedAt());
    }
}
