package dev.handover.records;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says whether the application works as a role that cannot change records. One role for everything works, too, and is told at the
 * start and in the health what that costs.
 */
@Component("databaseRoles")
class SeparateRoles implements HealthIndicator {

    static final String ONE_ROLE =
            "The application works as a database role that can change evidence and audit logs unnoticed until"
                    + " the next check of them. Create a second role, give it to the application as spring.datasource.username, and keep"
                    + " the owner of the tables for spring.flyway.user: see \"Two database roles\" in the README.";

    private static final Logger LOG = LoggerFactory.getLogger(SeparateRoles.class);

    private final JdbcClient jdbc;

    SeparateRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        if (!areSeparate()) {
            LOG.warn(ONE_ROLE);
        }
    }

    /** Up all the same: nothing is broken, but what could be is no longer prevented. */
    @Override
    public Health health() {
        var separate = areSeparate();
        var health = Health.up().withDetail("separate", separate);
        return separate
                ? health.build()
                : health.withDetail("warning", ONE_ROLE).build();
    }

    private boolean areSeparate() {
        return jdbc.sql("""
                        select not (has_table_privilege('audit_entry', 'update, delete, truncate, trigger')
                            or has_table_privilege('evidence', 'update, delete, truncate, trigger')
                            or pg_has_role(current_user, (select relowner from pg_class where oid = 'audit_entry'::regclass), 'member'))
                        """).query(Boolean.class).single();
    }
}
