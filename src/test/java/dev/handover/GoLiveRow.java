package dev.handover;

import dev.handover.shared.GoLiveKey;
import org.springframework.jdbc.core.JdbcTemplate;

/** A go-live of which nothing is known but its row, for modules whose tables refer to one. */
public final class GoLiveRow {

    private GoLiveRow() {}

    /** Adds the row. */
    public static GoLiveKey add(JdbcTemplate jdbc, String key) {
        jdbc.update("""
                insert into go_live (key, title, customer_id, customer_name, environment_label, environment_tenant,
                    environment_url, requester, phase, plan_version, window_start, window_end, zone, created_at, row_version)
                values (?, 'Aurora', 'aurora', 'Aurora Works', 'production', 'aurora-prod', 'http://localhost:8090',
                    'requester', 'STABILIZATION', 1, now(), now() + interval '1 hour', 'Europe/Berlin', now(), 0)
                """, key);
        return new GoLiveKey(key);
    }
}
