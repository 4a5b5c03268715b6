package dev.handover.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What admins changed that belongs to no single go-live: who, when, what, and from where. An entry is there if and only if the
 * transaction of the change commits; the database lets nobody change or delete one.
 */
@Service
public class AdminActs {

    /** Largest number that is given out at once. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    AdminActs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One change.
     *
     * @param actor user id
     * @param words what was done, in a few words
     * @param subject what or who it was done to: a user id, a day
     * @param detail the words that go with it; never a secret; may be empty
     * @param origin address that the request came from, or {@code job}
     */
    public record AdminAct(Instant at, String actor, String words, String subject, String detail, String origin) {}

    /** Records a change in the transaction of the change. @param detail may be null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String actor, String words, String subject, String detail) {
        jdbc.sql("insert into admin_act (at, actor, words, subject, detail, origin) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        actor,
                        words,
                        subject,
                        detail == null ? "" : detail,
                        Origin.current())
                .update();
    }

    /** The newest first. @param count at most {@link #MOST} */
    @Transactional(readOnly = true)
    public List<AdminAct> newest(int count) {
        return jdbc.sql("select at, actor, words, subject, detail, origin from admin_act order by id desc limit ?")
                .param(Math.max(1, Math.min(count, MOST)))
                .query(AdminActs::read)
                .list();
    }

    private static AdminAct read(ResultSet row, int number) throws SQLException {
        return new AdminAct(
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("words"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("origin"));
    }
}
