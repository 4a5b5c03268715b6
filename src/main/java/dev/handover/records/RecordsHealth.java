package dev.handover.records;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the newest check of all records found damage. No part of readiness: the application answers all the same. */
@Component("records")
class RecordsHealth implements HealthIndicator {

    private final RecordsCheck check;

    RecordsHealth(RecordsCheck check) {
        this.check = check;
    }

    @Override
    public Health health() {
        return check.newest()
                .map(RecordsHealth::of)
                .orElseGet(() -> Health.up().withDetail("checked", "not yet").build());
    }

    private static Health of(RecordsResult result) {
        var health = result.isSound() ? Health.up() : Health.down();
        return health.withDetail("checked", result.endedAt())
                .withDetail("findings", result.findings().size())
                .build();
    }
}
