package dev.handover.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.TestServer.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The module as Spring Boot puts it together from settings. */
class ChecksConfigurationTests {

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackageClasses = CheckRunner.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    @ConfigurationPropertiesScan(basePackageClasses = CheckRunner.class)
    static class Checks {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withUserConfiguration(Checks.class);

    @Test
    void theDefaultsFitTheEnginesJobs() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            CheckProperties properties = context.getBean(CheckProperties.class);
            assertThat(properties)
                    .isEqualTo(new CheckProperties(
                            16,
                            8,
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(8),
                            Duration.ofSeconds(40)));
        });
    }

    @Test
    void checksRunAgainstTheHostsOfTheSettings() {
        try (TestServer server = TestServer.start()) {
            server.on("/health", Response.status(200));
            CheckRequest request = new CheckRequest("h", "Health", new CheckTarget.Health(server.uri("/health")));
            application.run(
                    context -> assertThat(context.getBean(CheckRunner.class).run(List.of(request)))
                            .extracting(CheckResult::verdict)
                            .containsExactly(Verdict.INCONCLUSIVE));
            application
                    .withPropertyValues(
                            "handover.checks.allowed-hosts[0].pattern=" + server.hostAndPort(),
                            "handover.checks.allowed-hosts[0].schemes=http",
                            "handover.checks.allowed-hosts[0].private=true")
                    .run(context -> assertThat(
                                    context.getBean(CheckRunner.class).run(List.of(request)))
                            .extracting(CheckResult::verdict)
                            .containsExactly(Verdict.PASSED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handover.checks.parallel=0",
                "handover.checks.parallel=1000",
                "handover.checks.parallel-per-host=0",
                "handover.checks.check-timeout=PT0S",
                "handover.checks.check-timeout=PT60S",
                "handover.checks.run-deadline=PT1S",
            })
    void badSettingsStopTheStartUp(String setting) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
