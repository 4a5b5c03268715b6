package dev.handover.closing;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Timeline;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Go-lives whose evidence stays beyond its time, because of a dispute for instance. Who may say so is asked where they come in. */
@Service
@Transactional
public class LegalHolds {

    private final JdbcClient jdbc;
    private final GoLiveRegister register;
    private final Timeline timeline;
    private final Clock clock;

    LegalHolds(JdbcClient jdbc, GoLiveRegister register, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.register = register;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** A hold in force. @param by user id */
    public record LegalHold(String reason, String by, Instant since) {}

    /** A hold in force, and whose evidence it holds. */
    public record HeldGoLive(GoLiveKey goLive, LegalHold hold) {}

    /**
     * Holds the evidence of a go-live, whether it has ended or not.
     *
     * @throws Refusal (invalid input) without a reason, (conflict) if it is held already, (not found) for an unknown go-live
     */
    public void place(GoLiveKey key, String reason, String by) {
        var why = FreeText.reason(reason, "Say why the evidence has to stay; it is on record.");
        register.get(key);
        int placed = jdbc.sql("insert into legal_hold (go_live, reason, held_by, held_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(key.value(), why, by, Timestamp.from(clock.instant()))
                .update();
        if (placed == 0) {
            throw Refusal.conflict("The evidence of %s is held already. Lift that hold first.".formatted(key));
        }
        timeline.add(key, by, "Held the evidence beyond its time", why);
    }

    /** @throws Refusal (invalid input) without a reason, (conflict) if it is not held, (not found) for an unknown go-live */
    public void lift(GoLiveKey key, String reason, String by) {
        var why = FreeText.reason(reason, "Say why the evidence need not stay any longer; it is on record.");
        register.get(key);
        int lifted = jdbc.sql("delete from legal_hold where go_live = ?")
                .param(key.value())
                .update();
        if (lifted == 0) {
            throw Refusal.conflict("The evidence of %s is not held.".formatted(key));
        }
        timeline.add(key, by, "Lifted the hold on the evidence", why);
    }

    /** The hold in force, if there is one. */
    @Transactional(readOnly = true)
    public Optional<LegalHold> of(GoLiveKey key) {
        return jdbc.sql("select reason, held_by, held_at from legal_hold where go_live = ?")
                .param(key.value())
                .query((row, number) -> hold(row))
                .optional();
    }

    /** The newest holds in force, the newest first. */
    @Transactional(readOnly = true)
    public List<HeldGoLive> newest(int count) {
        return jdbc.sql(
                        "select go_live, reason, held_by, held_at from legal_hold order by held_at desc, go_live limit ?")
                .param(count)
                .query((row, number) -> new HeldGoLive(new GoLiveKey(row.getString("go_live")), hold(row)))
                .list();
    }

    private static LegalHold hold(ResultSet row) throws SQLException {
        return new LegalHold(
                row.getString("reason"),
                row.getString("held_by"),
                row.getTimestamp("held_at").toInstant());
    }
}
