package dev.handover.process.identity;

import dev.handover.access.Account;
import dev.handover.access.Group;
import dev.handover.access.LockoutSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Accounts with groups, locks and last logins, one query for a page: the engine's own queries know no "or", no locks, and nothing
 * of what we keep beside them.
 */
@Repository
class AccountList {

    private static final String COLUMNS = """
            select u.id_, u.first_, u.last_, u.email_, coalesce(u.attempts_, 0) as attempts_, u.lock_exp_time_,
                   a.last_login_at, a.disabled_at is not null as disabled,
                   exists (select 1 from act_id_info i where i.user_id_ = u.id_ and i.key_ = '%s') as at_provider,
                   (select string_agg(m.group_id_, ',') from act_id_membership m where m.user_id_ = u.id_) as groups
              from act_id_user u left join account a on a.user_id = u.id_
            """.formatted(ProviderAccounts.SUBJECT);

    private static final String MATCHING = """
             where :text = '%%' or lower(u.id_) like :text or lower(u.email_) like :text
                or lower(concat_ws(' ', u.first_, u.last_)) like :text
            """;

    private final JdbcClient jdbc;
    private final LockoutSettings lockout;
    private final Clock clock;

    AccountList(JdbcClient jdbc, LockoutSettings lockout, Clock clock) {
        this.jdbc = jdbc;
        this.lockout = lockout;
        this.clock = clock;
    }

    List<Account> find(String text, int page, int size) {
        return jdbc.sql(
                        COLUMNS + MATCHING
                                + " order by lower(coalesce(u.first_, u.id_)), lower(u.last_), u.id_ limit :size offset :offset")
                .param("text", pattern(text))
                .param("size", size)
                .param("offset", (long) page * size)
                .query(this::read)
                .list();
    }

    long count(String text) {
        return jdbc.sql("select count(*) from act_id_user u" + MATCHING)
                .param("text", pattern(text))
                .query(Long.class)
                .single();
    }

    Optional<Account> get(String userId) {
        return jdbc.sql(COLUMNS + " where u.id_ = ?")
                .param(userId)
                .query(this::read)
                .optional();
    }

    long adminsWhoCanLogIn() {
        return jdbc.sql("""
                        select count(*) from act_id_membership m join act_id_user u on u.id_ = m.user_id_
                          left join account a on a.user_id = u.id_
                         where m.group_id_ = ? and a.disabled_at is null
                        """).param(Group.ADMINS.id()).query(Long.class).single();
    }

    void hold() {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('accounts', 0))")
                .query(Integer.class)
                .single();
    }

    /** Everything is looked for where nothing is typed; wildcards that are typed are characters. */
    private static String pattern(String text) {
        var literal = text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return literal.isEmpty() ? "%%" : "%" + literal + "%";
    }

    private Account read(ResultSet row, int number) throws SQLException {
        var id = row.getString("id_");
        var attempts = row.getInt("attempts_");
        var waitsUntil = instant(row.getTimestamp("lock_exp_time_"));
        var locked = attempts >= lockout.attempts();
        return new Account(
                id,
                name(id, row.getString("first_"), row.getString("last_")),
                row.getString("email_"),
                groups(row.getString("groups")),
                instant(row.getTimestamp("last_login_at")),
                attempts,
                locked || waitsUntil == null || !waitsUntil.isAfter(clock.instant()) ? null : waitsUntil,
                locked,
                row.getBoolean("disabled"),
                row.getBoolean("at_provider"));
    }

    private static Set<Group> groups(String ids) {
        return ids == null
                ? Set.of()
                : Arrays.stream(ids.split(","))
                        .flatMap(id -> Group.find(id).stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    static String name(String id, String first, String last) {
        var name = Stream.of(first, last)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? id : name;
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
