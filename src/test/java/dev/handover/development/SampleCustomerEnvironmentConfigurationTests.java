package dev.handover.development;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.http.Caller;
import dev.handover.development.mail.MailReader;
import dev.handover.development.mail.MailServer;
import dev.handover.development.time.AdjustableClock;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SampleCustomerEnvironmentConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(SampleCustomerEnvironmentConfiguration.class)
            .withPropertyValues(
                    "sample.customer-environment.port=0",
                    "sample.dns.port=0",
                    "sample.mail.smtp-port=0",
                    "sample.mail.http-port=0");

    @TempDir
    private Path folder;

    @Test
    void everythingRunsWithTheApplicationAndEndsWithIt() {
        List<URI> sites = new ArrayList<>();
        runner.run(context -> {
            sites.add(context.getBean(SampleCustomerEnvironment.class).baseUrl());
            sites.add(context.getBean(MailReader.class).baseUrl());
            assertThat(context.getBean(MailServer.class).isUp()).isTrue();
            for (var site : sites) {
                assertThat(new Caller(site).get("/").status()).isEqualTo(200);
            }
        });
        for (var site : sites) {
            Assertions.assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> HttpClient.newHttpClient()
                            .send(HttpRequest.newBuilder(site).build(), BodyHandlers.discarding()));
        }
    }

    @Test
    void aJumpOnThePageMovesTheClockOfTheApplication() {
        runner.run(context -> {
            var clock = context.getBean(Clock.class);
            var before = clock.instant();
            new Caller(context.getBean(SampleCustomerEnvironment.class).baseUrl())
                    .post("/switches/clock", Map.of("forward", "P1D"));
            assertThat(Duration.between(before, clock.instant())).isBetween(Duration.ofDays(1), Duration.ofHours(25));
        });
    }

    @Test
    void theClockStaysAheadAfterARestart() {
        var kept = runner.withPropertyValues("sample.clock.file=" + folder.resolve("clock"));
        kept.run(context -> context.getBean(AdjustableClock.class).forward(Duration.ofDays(2)));
        kept.run(context ->
                assertThat(context.getBean(AdjustableClock.class).offset()).isEqualTo(Duration.ofDays(2)));
    }
}
