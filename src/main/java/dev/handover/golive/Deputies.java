package dev.handover.golive;

import dev.handover.audit.AdminActs;
import dev.handover.shared.Directory;
import dev.handover.shared.FreeText;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands for whom (product D6): named by the person who will be away, for whole days, for all roles of an owner or
 * validator they hold in any go-live. A person has one deputy at a time, and a deputy has none: nobody acts for somebody who
 * acts for somebody else.
 */
@Service
@Transactional
public class Deputies {

    private static final int LONGEST_USER_ID = 100;
    private static final int LONGEST_NOTE = 500;
    private static final Limit SHOWN = Limit.of(200);

    private final DeputyRows rows;
    private final Participants participants;
    private final DeputyTasks tasks;
    private final Directory directory;
    private final AdminActs acts;
    private final Clock clock;

    Deputies(
            DeputyRows rows,
            Participants participants,
            DeputyTasks tasks,
            Directory directory,
            AdminActs acts,
            Clock clock) {
        this.rows = rows;
        this.participants = participants;
        this.tasks = tasks;
        this.directory = directory;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Who is to stand for whom.
     *
     * @param note why; may be null
     */
    public record Naming(String principal, String deputy, Period period, String note) {}

    /**
     * Names a deputy. If the period has begun, open tasks go to the deputy at once.
     *
     * @param by the principal, or an admin: whether it is one, the caller has checked
     * @throws Refusal (invalid input) if one of the two is not known, they are the same, the period is past, or somebody names
     *     themselves for another person; (conflict) if either has another period at that time
     */
    public Deputy name(Naming naming, String by) {
        var note = FreeText.optional("The note", naming.note(), LONGEST_NOTE);
        var principal = known(naming.principal());
        var deputy = known(naming.deputy());
        requireTwoPeople(principal, deputy, by);
        var now = now();
        naming.period().requireAhead(now);
        rows.lock();
        requireFree(principal, deputy, naming.period(), now);
        var named =
                rows.save(new Deputy(principal.id(), deputy.id(), naming.period(), note == null ? "" : note, by, now));
        tasks.move(named.id());
        tasks.announce(named.principal());
        record(named, by, "Named a deputy for somebody else");
        return named;
    }

    private void record(Deputy deputy, String by, String words) {
        if (!deputy.concerns(by)) {
            var period = deputy.period();
            acts.record(
                    by,
                    words,
                    deputy.principal(),
                    "%s, %s to %s (%s)".formatted(deputy.deputy(), period.first(), period.last(), period.zone()));
        }
    }

    private static void requireTwoPeople(Person principal, Person deputy, String by) {
        if (deputy.id().equals(principal.id())) {
            throw Refusal.invalidInput("Nobody is their own deputy. Name somebody else.");
        }
        if (deputy.id().equals(by)) {
            throw Refusal.invalidInput(
                    "Nobody makes themselves the deputy of somebody else. %s, or another admin, can name you."
                            .formatted(principal.name()));
        }
    }

    private void requireFree(Person principal, Person deputy, Period period, Instant now) {
        for (var other : rows.overlapping(principal.id(), deputy.id(), period.startFrom(now), period.end())) {
            var when = "from %s to %s (%s)"
                    .formatted(
                            other.period().first(),
                            other.period().last(),
                            other.period().zone());
            if (other.principal().equals(principal.id())) {
                throw Refusal.conflict("%s has a deputy %s already. End that period first, or choose other days."
                        .formatted(principal.name(), when));
            }
            if (other.principal().equals(deputy.id())) {
                throw Refusal.conflict(
                        "%s cannot stand in on all of these days. Choose other days, or name somebody else."
                                .formatted(deputy.name()));
            }
            if (other.deputy().equals(principal.id())) {
                throw Refusal.conflict(
                        "%s is the deputy of %s %s, and a deputy's deputy never acts. End that period first."
                                .formatted(principal.name(), directory.nameOf(other.principal()), when));
            }
        }
    }

    /**
     * Ends a period before its last day, now; open tasks go back at once.
     *
     * @throws Refusal (not found), (conflict) if it is over
     */
    public Deputy end(UUID id, String by) {
        rows.lock();
        var deputy = get(id);
        deputy.end(by, now());
        tasks.move(id);
        tasks.announce(deputy.principal());
        record(deputy, by, "Ended the period of a deputy");
        return deputy;
    }

    /** @throws Refusal (not found) */
    @Transactional(readOnly = true)
    public Deputy get(UUID id) {
        return rows.findById(id).orElseThrow(() -> Refusal.notFound("deputy", id));
    }

    /** User id of who stands for the person at that moment. */
    @Transactional(readOnly = true)
    public Optional<String> inForce(String principal, Instant at) {
        return rows.deputyOf(principal, at);
    }

    /** User id of who stands for the person now. */
    @Transactional(readOnly = true)
    public Optional<String> inForce(String principal) {
        return inForce(principal, clock.instant());
    }

    /** User ids of those whom the person stands for now. */
    @Transactional(readOnly = true)
    public List<String> standsFor(String deputy) {
        return rows.principalsOf(deputy, clock.instant());
    }

    /** The newest periods in which the person is principal or deputy, at most 200, the one that begins last first. */
    @Transactional(readOnly = true)
    public List<Deputy> of(String person) {
        return rows.of(person, SHOWN);
    }

    /** Those of everybody that are under way or ahead, at most 200, the first first. */
    @Transactional(readOnly = true)
    public List<Deputy> ahead() {
        return rows.ahead(clock.instant(), SHOWN);
    }

    /** The newest periods of everybody, at most 200. */
    @Transactional(readOnly = true)
    public List<Deputy> all() {
        return rows.all(SHOWN);
    }

    /** In which zone the person's days are meant, if nobody says: that of their newest running go-live, else UTC. */
    @Transactional(readOnly = true)
    public ZoneId usualZone(String person) {
        return participants.newestZone(person).<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    /** As the table keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Person known(String userId) {
        var id = FreeText.optional("The user id", userId, LONGEST_USER_ID);
        if (id == null) {
            throw Refusal.invalidInput("Enter the user id of the person, as used at login.");
        }
        return directory
                .find(id)
                .orElseThrow(() -> Refusal.invalidInput(
                        "Nobody with the user id \"%s\" is known. Enter the id the person logs in with."
                                .formatted(id)));
    }
}
