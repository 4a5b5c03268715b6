package dev.handover.golive;

import dev.handover.audit.AdminActs;
import dev.handover.shared.FreeText;
import dev.handover.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Days on which nobody works, whatever the plans say, such as company holidays. They hold in every zone, each day as it is there.
 * A change counts for what is worked out from then on: a reminder or window that is set already stays.
 */
@Service
@Transactional
public class ClosedDays {

    private static final int LONGEST_NAME = 100;
    private static final int FARTHEST_YEARS = 3;

    /** Nobody needs as many, and calendars are read whole. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AdminActs acts;
    private final Clock clock;

    ClosedDays(JdbcClient jdbc, AdminActs acts, Clock clock) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
    }

    /** @param name why it is closed; @param addedBy user id */
    public record ClosedDay(LocalDate day, String name, String addedBy, Instant addedAt) {}

    /**
     * Closes a day, or names it anew if it is closed.
     *
     * @param by an admin; the caller has checked
     * @throws Refusal (invalid input) if the day is past or years ahead, or has no name; (conflict) if there are 200 already
     */
    public void close(LocalDate day, String name, String by) {
        var words = FreeText.optional("The name", name, LONGEST_NAME);
        if (words == null) {
            throw Refusal.invalidInput("Say why the day is closed, for example \"Company holiday\".");
        }
        var today = today();
        if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Refusal.invalidInput(
                    "Choose a day from today, %s, within %d years.".formatted(today, FARTHEST_YEARS));
        }
        if (all().size() >= MOST) {
            throw Refusal.conflict("There are %d closed days ahead already.".formatted(MOST));
        }
        var changed = jdbc.sql("""
                        insert into closed_day (day, name, added_by, added_at) values (?, ?, ?, ?)
                        on conflict (day) do update set name = excluded.name, added_by = excluded.added_by,
                            added_at = excluded.added_at where closed_day.name <> excluded.name
                        """)
                .params(day, words, by, Timestamp.from(clock.instant()))
                .update();
        if (changed > 0) {
            acts.record(by, "Closed a day", day.toString(), words);
        }
    }

    /** Opening one that is not closed changes nothing. */
    public void open(LocalDate day, String by) {
        if (jdbc.sql("delete from closed_day where day = ?").param(day).update() > 0) {
            acts.record(by, "Opened a closed day", day.toString(), null);
        }
    }

    /** From today on, the first first. */
    @Transactional(readOnly = true)
    public List<ClosedDay> all() {
        return jdbc.sql("select day, name, added_by, added_at from closed_day where day >= ? order by day")
                .param(today())
                .query(ClosedDays::read)
                .list();
    }

    /** Also the past ones, which count for time that has passed. */
    @Transactional(readOnly = true)
    public Set<LocalDate> days() {
        return jdbc.sql("select day from closed_day").query(LocalDate.class).stream()
                .collect(Collectors.toSet());
    }

    /** The earliest that it is anywhere. */
    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.ofHours(-12)).toLocalDate();
    }

    private static ClosedDay read(ResultSet row, int number) throws SQLException {
        return new ClosedDay(
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }
}
