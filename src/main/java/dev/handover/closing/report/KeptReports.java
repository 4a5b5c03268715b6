package dev.handover.closing.report;

import dev.handover.closing.HandoverReport;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports as they were frozen, and as they stand before that. */
@Service
@Transactional
class KeptReports implements HandoverReport {

    private final JdbcClient jdbc;
    private final ReportWriter writer;
    private final Clock clock;

    KeptReports(JdbcClient jdbc, ReportWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Written of(GoLiveKey key) {
        return frozen(key).orElseGet(() -> {
            var html = writer.write(key, now(), false);
            return new Written(html, Digest.of(html), null);
        });
    }

    @Override
    public void freeze(GoLiveKey key) {
        if (frozen(key).isPresent()) {
            return;
        }
        var at = now();
        var html = writer.write(key, at, true);
        jdbc.sql(
                        "insert into handover_report (go_live, sha256, html, frozen_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(key.value(), Digest.of(html).sha256(), html, Timestamp.from(at))
                .update();
    }

    private Optional<Written> frozen(GoLiveKey key) {
        return jdbc.sql("select html, sha256, frozen_at from handover_report where go_live = ?")
                .param(key.value())
                .query((row, number) -> {
                    var html = row.getString("html");
                    var digest = new Digest(row.getString("sha256"));
                    if (!Digest.of(html).equals(digest)) {
                        throw new IllegalStateException(
                                "The frozen report of %s is damaged. Restore it from a backup.".formatted(key));
                    }
                    return new Written(
                            html, digest, row.getTimestamp("frozen_at").toInstant());
                })
                .optional();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
