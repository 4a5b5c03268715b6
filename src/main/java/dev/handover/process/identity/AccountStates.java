package dev.handover.process.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What we keep of accounts beside the engine's identity store, which knows no disabled ones. */
@Repository
class AccountStates {

    /** Programs log in with each call; one note in this time is enough. */
    private static final Duration NOTED_ONCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    AccountStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param loginsFrom logins before it are over; null if all count */
    private record State(boolean disabled, Instant loginsFrom) {

        private static State read(ResultSet row, int number) throws SQLException {
            var from = row.getTimestamp("logins_from");
            return new State(row.getBoolean("disabled"), from == null ? null : from.toInstant());
        }
    }

    /** Whether a login of that moment still counts. @param loggedInAt null if it does not last */
    boolean counts(String userId, Instant loggedInAt) {
        var state = jdbc.sql("select disabled_at is not null as disabled, logins_from from account where user_id = ?")
                .param(userId)
                .query(State::read)
                .optional()
                .orElse(new State(false, null));
        var isOver = loggedInAt != null && state.loginsFrom() != null && loggedInAt.isBefore(state.loginsFrom());
        return !state.disabled() && !isOver;
    }

    /** User ids of all accounts that let nobody in. */
    Set<String> disabled() {
        return Set.copyOf(jdbc.sql("select user_id from account where disabled_at is not null")
                .query(String.class)
                .list());
    }

    void noteLogin(String userId, Instant now) {
        jdbc.sql("""
                        insert into account (user_id, last_login_at) values (?, ?)
                        on conflict (user_id) do update set last_login_at = excluded.last_login_at
                         where account.last_login_at is null or account.last_login_at < ?
                        """)
                .params(userId, Timestamp.from(now), Timestamp.from(now.minus(NOTED_ONCE)))
                .update();
    }

    void disable(String userId, String by, Instant now) {
        jdbc.sql("""
                        insert into account (user_id, disabled_at, disabled_by, logins_from) values (?, ?, ?, ?)
                        on conflict (user_id) do update set disabled_at = excluded.disabled_at,
                            disabled_by = excluded.disabled_by, logins_from = excluded.logins_from
                        """)
                .params(userId, Timestamp.from(now), by, Timestamp.from(now))
                .update();
    }

    void enable(String userId) {
        jdbc.sql("update account set disabled_at = null, disabled_by = null where user_id = ?")
                .param(userId)
                .update();
    }

    void endLogins(String userId, Instant now) {
        jdbc.sql("""
                        insert into account (user_id, logins_from) values (?, ?)
                        on conflict (user_id) do update set logins_from = excluded.logins_from
                        """).params(userId, Timestamp.from(now)).update();
    }

    /** Never brings an ended login back: the later moment stays. @param subject at the identity provider */
    void endLoginsOf(String subject, Instant before) {
        jdbc.sql("""
                        insert into account (user_id, logins_from)
                        select user_id_, ? from act_id_info where key_ = ? and value_ = ?
                        on conflict (user_id) do update
                           set logins_from = greatest(account.logins_from, excluded.logins_from)
                        """)
                .params(Timestamp.from(before), ProviderAccounts.SUBJECT, subject)
                .update();
    }

    void forget(String userId) {
        jdbc.sql("delete from account where user_id = ?").param(userId).update();
    }
}
