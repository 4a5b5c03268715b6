package dev.handover.checks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The guard as Spring Boot puts it together from settings. */
class GuardSettingsTests {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({GuardProperties.class, SecretProperties.class})
    @Import({GuardConfiguration.class, Secrets.class})
    static class Guard {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withUserConfiguration(Guard.class);

    @Test
    void withoutSettingsNothingIsReachable() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(GuardProperties.class).allowedHosts()).isEmpty();
            assertThat(context.getBean(GuardedClient.class).allowsPlainHttp(URI.create("http://localhost:8090/")))
                    .isFalse();
        });
    }

    @Test
    void hostsAndSecretsAreReadFromSettings() {
        application
                .withPropertyValues(
                        "handover.checks.allowed-hosts[0].pattern=localhost:8090",
                        "handover.checks.allowed-hosts[0].schemes=http,https",
                        "handover.checks.allowed-hosts[0].private=true",
                        "handover.checks.allowed-hosts[1].pattern=*.aurora.example:443",
                        "handover.checks.connect-timeout=PT1S",
                        "handover.secrets.aurora-erp-key.value=erp-token",
                        "handover.secrets.aurora-erp-key.hosts=localhost:8090,*.aurora.example:443")
                .run(context -> {
                    GuardProperties properties = context.getBean(GuardProperties.class);
                    assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
                    assertThat(properties.allowedHosts())
                            .extracting(GuardProperties.AllowedHost::privateAddresses)
                            .containsExactly(true, false);
                    assertThat(properties.allowedHosts().get(1).schemes()).containsExactly("https");
                    assertThat(context.getBean(GuardedClient.class)
                                    .allowsPlainHttp(URI.create("http://localhost:8090/")))
                            .isTrue();
                    assertThat(context.getBean(Secrets.class).isKnown("aurora-erp-key"))
                            .isTrue();
                });
    }

    @Test
    void otherProtocolsAndNameServersAreReadFromSettings() {
        application
                .withPropertyValues(
                        "handover.checks.allowed-hosts[0].pattern=db.example:5432",
                        "handover.checks.allowed-hosts[0].schemes=tcp,postgresql,postgresql-plain",
                        "handover.checks.name-servers=10.0.0.53,[fd00::53]:5353")
                .run(context -> {
                    GuardProperties properties = context.getBean(GuardProperties.class);
                    assertThat(properties.allowedHosts().get(0).schemes())
                            .containsExactlyInAnyOrder("tcp", "postgresql", "postgresql-plain");
                    assertThat(NameServers.address(properties.nameServers().get(0))
                                    .getPort())
                            .isEqualTo(53);
                    assertThat(NameServers.address(properties.nameServers().get(1))
                                    .getPort())
                            .isEqualTo(5353);
                });
    }

    @Test
    void anUnknownProtocolStopsTheStartUp() {
        application
                .withPropertyValues(
                        "handover.checks.allowed-hosts[0].pattern=db.example:5432",
                        "handover.checks.allowed-hosts[0].schemes=ftp")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void secretsAreReadFromAMountedConfigurationTree(@TempDir Path mount) throws Exception {
        Path secret = Files.createDirectories(mount.resolve("handover.secrets.aurora-erp-key"));
        Files.writeString(secret.resolve("value"), "erp-token\n");
        Files.writeString(secret.resolve("hosts"), "localhost:8090\n");
        application
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withSystemProperties("spring.config.import=configtree:" + mount + "/")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    String header = context.getBean(Secrets.class)
                            .authorization(
                                    Credential.bearer("aurora-erp-key"), Place.of(URI.create("http://localhost:8090")));
                    assertThat(header).isEqualTo("Bearer erp-token");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handover.checks.allowed-hosts[0].pattern=*",
                "handover.checks.allowed-hosts[0].pattern=localhost",
                "handover.checks.allowed-hosts[0].schemes=http",
                "handover.checks.connect-timeout=PT0S",
                "handover.checks.name-servers=dns.example",
                "handover.checks.name-servers=10.0.0.300",
                "handover.checks.name-servers=10.0.0.53:99999",
                "handover.checks.fetch-timeout=soon",
                "handover.checks.ssl-bundle=unknown",
                "handover.secrets.erp-key.value=erp-token",
                "handover.secrets.erp-key.hosts=localhost:8090",
            })
    void badSettingsStopTheStartUp(String setting) {
        application
                .withPropertyValues(setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q7#zX", "q7#zXq7#zX\tq7#zX"})
    void theReportOfABadSecretDoesNotShowIt(String value) {
        application
                .withPropertyValues(
                        "handover.secrets.erp-key.value=" + value, "handover.secrets.erp-key.hosts=localhost:1")
                .run(context -> {
                    assertThat(context).hasFailed();
                    var report = new StringWriter();
                    context.getStartupFailure().printStackTrace(new PrintWriter(report));
                    assertThat(report.toString())
                            .contains("at least 6 characters")
                            .doesNotContain("q7#zX");
                });
    }

    @Test
    void anSslBundleReplacesTheAuthoritiesOfJava() {
        application
                .withPropertyValues(
                        "handover.checks.ssl-bundle=customer",
                        "spring.ssl.bundle.pem.customer.truststore.certificate="
                                + Certificates.valid().pem())
                .run(context -> assertThat(context).hasNotFailed());
    }
}
