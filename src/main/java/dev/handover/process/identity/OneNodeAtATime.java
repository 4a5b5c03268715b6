package dev.handover.process.identity;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction that no two nodes of one database run at once: what the first has made, the second finds. */
@Component
class OneNodeAtATime {

    /** Any number, as long as nothing else in the database locks the same one. */
    private static final long LOCK = 0x48616e646f766572L;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    OneNodeAtATime(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    void run(Runnable work) {
        transaction.executeWithoutResult(status -> {
            jdbc.queryForList("select pg_advisory_xact_lock(?)", LOCK);
            work.run();
        });
    }
}
