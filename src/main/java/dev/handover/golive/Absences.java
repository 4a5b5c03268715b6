package dev.handover.golive;

import dev.handover.audit.AdminActs;
import dev.handover.golive.Cover.Span;
import dev.handover.shared.Directory;
import dev.handover.shared.FreeText;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away (product D6, E2): entered by the person, or by an admin for somebody who cannot, for whole days. It is told apart
 * from who stands in, since people are away before a deputy is found, and that is what others need to know.
 */
@Service
@Transactional
public class Absences {

    private static final int LONGEST_USER_ID = 100;
    private static final int LONGEST_NOTE = 500;
    private static final Limit SHOWN = Limit.of(200);

    private final AbsenceRows rows;
    private final DeputyRows deputies;
    private final Participants participants;
    private final Directory directory;
    private final AdminActs acts;
    private final Clock clock;

    Absences(
            AbsenceRows rows,
            DeputyRows deputies,
            Participants participants,
            Directory directory,
            AdminActs acts,
            Clock clock) {
        this.rows = rows;
        this.deputies = deputies;
        this.participants = participants;
        this.directory = directory;
        this.acts = acts;
        this.clock = clock;
    }

    /** Who is away when. @param note why; may be null */
    public record Entry(String person, Period period, String note) {}

    /** Somebody is away and nobody stands in. @param until exclusive */
    public record Gap(String person, Instant from, Instant until) {

        private static Gap of(String person, Span span) {
            return new Gap(person, span.from(), span.until());
        }
    }

    /**
     * @param by the person, or an admin: whether it is one, the caller has checked
     * @throws Refusal (invalid input) if the person is not known or the period is past; (conflict) if they are away then already
     */
    public Absence enter(Entry entry, String by) {
        var note = FreeText.optional("The note", entry.note(), LONGEST_NOTE);
        var person = known(FreeText.optional("The user id", entry.person(), LONGEST_USER_ID));
        var now = now();
        entry.period().requireAhead(now);
        rows.lock();
        rows
                .overlapping(
                        List.of(person.id()),
                        entry.period().startFrom(now),
                        entry.period().end())
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "%s is away from %s to %s already. End that absence first, or choose other days."
                                    .formatted(
                                            person.name(),
                                            other.period().first(),
                                            other.period().last()));
                });
        var entered = rows.save(new Absence(person.id(), entry.period(), note == null ? "" : note, by, now));
        record(entered, by, "Entered an absence for somebody else");
        return entered;
    }

    private Person known(String userId) {
        return Optional.ofNullable(userId)
                .flatMap(directory::find)
                .orElseThrow(() -> Refusal.invalidInput(
                        "Nobody with the user id \"%s\" is known. Enter the id the person logs in with."
                                .formatted(userId)));
    }

    /** Ends an absence before its last day, now. @throws Refusal (not found), (conflict) if it is over */
    public Absence end(UUID id, String by) {
        rows.lock();
        var absence = get(id);
        absence.end(by, now());
        record(absence, by, "Ended an absence of somebody else");
        return absence;
    }

    private void record(Absence absence, String by, String words) {
        if (!absence.person().equals(by)) {
            var period = absence.period();
            acts.record(
                    by,
                    words,
                    absence.person(),
                    "%s to %s (%s)".formatted(period.first(), period.last(), period.zone()));
        }
    }

    /** @throws Refusal (not found) */
    @Transactional(readOnly = true)
    public Absence get(UUID id) {
        return rows.findById(id).orElseThrow(() -> Refusal.notFound("absence", id));
    }

    /** The newest of a person, at most 200, the one that begins last first. */
    @Transactional(readOnly = true)
    public List<Absence> of(String person) {
        return rows.of(person, SHOWN);
    }

    /** The newest of everybody, at most 200. */
    @Transactional(readOnly = true)
    public List<Absence> all() {
        return rows.all(SHOWN);
    }

    /** Those of everybody that are under way or ahead, at most 200, the first first. */
    @Transactional(readOnly = true)
    public List<Absence> ahead() {
        return rows.ahead(clock.instant(), SHOWN);
    }

    /**
     * Absences of these people that touch that time, whether or not somebody stands in.
     *
     * @param until exclusive
     */
    @Transactional(readOnly = true)
    public List<Absence> of(Collection<String> people, Instant from, Instant until) {
        return people.isEmpty() ? List.of() : rows.overlapping(people, from, until);
    }

    /**
     * When one of these people is away in that time and nobody stands in; a deputy who is away then does not count.
     *
     * @param until exclusive
     */
    @Transactional(readOnly = true)
    public List<Gap> gaps(Collection<String> people, Instant from, Instant until) {
        if (people.isEmpty() || !from.isBefore(until)) {
            return List.of();
        }
        var asked = new Span(from, until);
        var periods = deputies.ofPrincipals(people, from, until);
        var everybody = new HashSet<>(people);
        periods.forEach(period -> everybody.add(period.deputy()));
        var absences = rows.overlapping(everybody, from, until);
        return Set.copyOf(people).stream()
                .sorted()
                .flatMap(person -> Cover.without(
                                spans(absences, person).map(asked::within).toList(), covers(person, periods, absences))
                        .stream()
                        .map(span -> Gap.of(person, span)))
                .toList();
    }

    /** When somebody who is there stands in for the person. */
    private static List<Span> covers(String person, List<Deputy> periods, List<Absence> absences) {
        return periods.stream()
                .filter(period -> period.principal().equals(person))
                .flatMap(period -> Cover.without(
                        List.of(new Span(period.startsAt(), period.endsAt())),
                        spans(absences, period.deputy()).toList())
                        .stream())
                .toList();
    }

    private static Stream<Span> spans(List<Absence> absences, String person) {
        return absences.stream().filter(each -> each.person().equals(person)).map(Absence::span);
    }

    /** The absence under way of a person for whom nobody stands in now, as a gap; empty otherwise. */
    @Transactional(readOnly = true)
    public Optional<Gap> gapNow(String person) {
        var now = now();
        return rows.overlapping(List.of(person), now, now.plus(1, ChronoUnit.MICROS)).stream()
                .flatMap(absence -> gaps(List.of(person), now, absence.endsAt()).stream())
                .filter(gap -> gap.from().equals(now))
                .findFirst();
    }

    /** Gaps from now on of everybody who has a role in a go-live that has not ended, the first first. */
    @Transactional(readOnly = true)
    public List<Gap> gapsAhead() {
        var now = now();
        var ahead = rows.ahead(now, SHOWN);
        var people = ahead.stream().map(Absence::person).distinct().toList();
        var busy = people.isEmpty()
                ? Set.<String>of()
                : Set.copyOf(participants.openRolesOf(people, Limit.of(500)).stream()
                        .map(OpenRoles.OpenRole::person)
                        .toList());
        return ahead.stream()
                .map(Absence::endsAt)
                .max(Instant::compareTo)
                .map(end -> gaps(busy, now, end))
                .orElse(List.of());
    }

    /** As the table keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
