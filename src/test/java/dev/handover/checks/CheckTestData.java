package dev.handover.checks;

import dev.handover.checks.guard.GuardTestData;
import dev.handover.checks.guard.GuardedClient;
import dev.handover.checks.guard.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Runs checks against a server of the test, at a time that stands still. */
final class CheckTestData implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final CheckProperties PROPERTIES = new CheckProperties(
            16, 8, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** The usual number of places, with other times. */
    static CheckProperties within(Duration check, Duration run) {
        return new CheckProperties(16, 8, check, check, check, run);
    }

    private final GuardedClient client;
    private final CheckRunner runner;

    CheckTestData(GuardTestData guard) {
        this(guard, PROPERTIES);
    }

    CheckTestData(GuardTestData guard, CheckProperties properties) {
        this(guard.client(), guard.secrets(), kinds(), properties);
    }

    CheckTestData(GuardedClient client, Secrets secrets, List<Check<?>> kinds, CheckProperties properties) {
        this.client = client;
        this.runner = new CheckRunner(kinds, client, secrets, properties, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static List<Check<?>> kinds() {
        return new ArrayList<>(List.of(
                new EnvironmentCheck(),
                new TlsCheck(),
                new DnsCheck(),
                new TcpCheck(),
                new DatabaseCheck(),
                new MailDomainCheck(),
                new PrometheusTargetsCheck(),
                new AlertmanagerCheck(),
                new OidcCheck(),
                new ClientTokenCheck(),
                new UserTokenCheck(),
                new SamlMetadataCheck(),
                new FormLoginCheck(),
                new PasswordSignInCheck(),
                new RoleAccessCheck(),
                new HttpConnectorCheck(),
                new ApiKeyCheck(),
                new WorkflowCheck(),
                new FreshnessCheck(),
                new PrometheusQueryCheck(),
                new HealthCheck(),
                new BackupCheck()));
    }

    static CheckResult run(GuardTestData guard, CheckTarget target) {
        try (var data = new CheckTestData(guard)) {
            return data.run(target);
        }
    }

    CheckResult run(CheckTarget target) {
        return runner.run(List.of(new CheckRequest("the-check", "The check", target)))
                .get(0);
    }

    CheckRunner runner() {
        return runner;
    }

    @Override
    public void close() {
        runner.close();
        client.close();
    }
}
