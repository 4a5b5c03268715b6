package dev.handover.evidence;

import dev.handover.shared.EvidenceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes contents whose time is over. Rows, digests and manifests stay, so signatures can still be verified. What may go,
 * the database decides (function {@code evidence_is_due}); see {@code docs/adr/0024-evidence-kept-scanned-relied-on.md}.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Contents of one transaction: short enough not to be in anybody's way. */
    private static final int BATCH = 50;

    /** Batches of one night; the rest goes in the next. */
    private static final int BATCHES = 200;

    private final JdbcClient jdbc;
    private final RetentionSettings settings;

    Retention(JdbcClient jdbc, RetentionSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Promises in the database what the settings say, where that differs from the last promise. Nodes agree on the longest. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void declare() {
        for (var kind : EvidenceKind.values()) {
            jdbc.sql("""
                            insert into evidence_retention (kind, keep_for)
                            select :kind, cast(:period as interval)
                             where cast(:period as interval) is distinct from
                                   (select keep_for from evidence_retention where kind = :kind order by id desc limit 1)
                            """)
                    .param("kind", kind.name())
                    .param("period", settings.of(kind).toString())
                    .update();
        }
    }

    /**
     * Deletes the bytes of contents that are due. Safe on several nodes at once: each takes others.
     *
     * @param limit most contents to delete now
     * @return how many were
     */
    public int purgeDue(int limit) {
        return jdbc.sql("select purge_due_evidence(?)")
                .param(limit)
                .query(Integer.class)
                .single();
    }

    @Scheduled(cron = "${handover.evidence.purge-at:0 30 3 * * *}", zone = "UTC")
    void purgeEveryNight() {
        int purged = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int now = purgeDue(BATCH);
            purged += now;
            if (now < BATCH) {
                break;
            }
        }
        if (purged > 0) {
            LOG.info("Deleted {} contents of evidence whose time of keeping is over", purged);
        }
    }
}
