package dev.handover.api;

import dev.handover.access.CurrentUser;
import dev.handover.access.DeputyRights;
import dev.handover.golive.Deputies;
import dev.handover.golive.Deputy;
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

/** Deputies over REST. */
@RestController
@RequestMapping("/api/deputies")
@Tag(name = "Deputies")
class DeputyController {

    private final Deputies deputies;
    private final DeputyRights rights;
    private final CurrentUser user;
    private final Directory directory;
    private final Clock clock;

    DeputyController(Deputies deputies, DeputyRights rights, CurrentUser user, Directory directory, Clock clock) {
        this.deputies = deputies;
        this.rights = rights;
        this.user = user;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Who stands for whom.
     *
     * @param principal user id; null for the person who asks, others for admins only
     * @param from first day
     * @param until last day, inclusive
     * @param zone in which the days are meant; null for that of the principal's newest go-live, else UTC
     */
    record NewDeputy(String principal, String deputy, String from, String until, String zone, String note) {}

    /** @param state {@code planned}, {@code now} or {@code over}; @param endsAt exclusive */
    record DeputyView(
            UUID id,
            String principal,
            String principalName,
            String deputy,
            String deputyName,
            LocalDate from,
            LocalDate until,
            String zone,
            Instant startsAt,
            Instant endsAt,
            String state,
            String note,
            String namedBy,
            Instant namedAt,
            String endedBy,
            Instant endedAt) {}

    @Operation(
            summary =
                    "Periods in which you have a deputy or are one, the newest 200; for admins and auditors everybody's")
    @GetMapping
    List<DeputyView> list() {
        return rights.visible().stream().map(this::view).toList();
    }

    @Operation(summary = "One period")
    @GetMapping("/{id}")
    DeputyView get(@PathVariable UUID id) {
        return view(rights.require(id));
    }

    @Operation(summary = "Name a deputy for whole days; open tasks go to the deputy while the period lasts")
    @PostMapping
    ResponseEntity<DeputyView> name(@RequestBody NewDeputy wanted) {
        var principal = rights.principal(wanted.principal());
        rights.requireToStandIn(wanted.deputy());
        var period = Period.read(wanted.from(), wanted.until(), wanted.zone(), deputies.usualZone(principal));
        var named = deputies.name(
                new Deputies.Naming(principal, wanted.deputy(), period, wanted.note()),
                user.viewer().userId());
        return ResponseEntity.created(URI.create("/api/deputies/" + named.id())).body(view(named));
    }

    @Operation(summary = "End a period now; open tasks go back")
    @PostMapping("/{id}/end")
    DeputyView end(@PathVariable UUID id) {
        rights.requireToEnd(id);
        return view(deputies.end(id, user.viewer().userId()));
    }

    private DeputyView view(Deputy deputy) {
        return new DeputyView(
                deputy.id(),
                deputy.principal(),
                directory.nameOf(deputy.principal()),
                deputy.deputy(),
                directory.nameOf(deputy.deputy()),
                deputy.period().first(),
                deputy.period().last(),
                deputy.period().zone().getId(),
                deputy.startsAt(),
                deputy.endsAt(),
                Slugged.slugOf(deputy.stateAt(clock.instant())),
                deputy.note(),
                deputy.enteredBy(),
                deputy.enteredAt(),
                deputy.endedBy(),
                deputy.endedAt());
    }
}
