package dev.handover.board.admin;

import dev.handover.board.TaskLookup;
import dev.handover.board.Times;
import dev.handover.board.admin.AdminPage.GapLine;
import dev.handover.board.admin.AdminPage.PeriodLine;
import dev.handover.board.admin.AdminPage.Task;
import dev.handover.board.briefing.Names;
import dev.handover.golive.Absence;
import dev.handover.golive.Absences;
import dev.handover.golive.Absences.Gap;
import dev.handover.golive.Deputies;
import dev.handover.golive.Deputy;
import dev.handover.golive.EnteredPeriod;
import dev.handover.golive.OpenRoles;
import dev.handover.golive.OpenRoles.OpenRole;
import dev.handover.golive.Period;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is away and who stands in, now and later, and where nobody does. */
@Component
class PeriodLines {

    private final Deputies deputies;
    private final Absences absences;
    private final OpenRoles roles;
    private final TaskLookup tasks;
    private final Names names;
    private final Clock clock;

    PeriodLines(Deputies deputies, Absences absences, OpenRoles roles, TaskLookup tasks, Names names, Clock clock) {
        this.deputies = deputies;
        this.absences = absences;
        this.roles = roles;
        this.tasks = tasks;
        this.names = names;
        this.clock = clock;
    }

    List<GapLine> gaps() {
        var gaps = absences.gapsAhead();
        if (gaps.isEmpty()) {
            return List.of();
        }
        var open = roles.of(gaps.stream().map(Gap::person).distinct().toList()).stream()
                .collect(Collectors.groupingBy(
                        OpenRole::person, Collectors.mapping(OpenRole::goLive, Collectors.toList())));
        return gaps.stream().map(gap -> gap(gap, open)).toList();
    }

    private GapLine gap(Gap gap, Map<String, List<String>> open) {
        return new GapLine(
                names.of(gap.person()),
                Times.UTC.show(gap.from(), gap.until()),
                open.getOrDefault(gap.person(), List.of()).stream().distinct().toList(),
                tasks.heldBy(gap.person()).stream()
                        .map(task -> new Task(task.name(), task.goLive().value()))
                        .toList());
    }

    List<PeriodLine> stoodFor() {
        return deputies.ahead().stream().map(this::line).toList();
    }

    private PeriodLine line(Deputy deputy) {
        return new PeriodLine(
                names.of(deputy.principal()),
                names.of(deputy.deputy()),
                days(deputy.period()),
                deputy.stateAt(clock.instant()) == EnteredPeriod.State.NOW ? "now" : "planned",
                deputy.note());
    }

    List<PeriodLine> away() {
        return absences.ahead().stream().map(this::line).toList();
    }

    private PeriodLine line(Absence absence) {
        return new PeriodLine(
                names.of(absence.person()),
                "",
                days(absence.period()),
                absence.stateAt(clock.instant()) == EnteredPeriod.State.NOW ? "now" : "planned",
                absence.note());
    }

    private static String days(Period period) {
        return "%s to %s (%s)".formatted(period.first(), period.last(), period.zone());
    }
}
