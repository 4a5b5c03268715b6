package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Where it is said that settings come from. */
class SettingSourcesTests {

    private final StandardEnvironment environment = new StandardEnvironment();

    private String of(String name) {
        ConfigurationPropertySources.attach(environment);
        return new SettingSources(environment).of(name);
    }

    @Test
    void whatNobodySaysIsTheDefault() {
        assertThat(of("handover.notice.sender-name")).isEqualTo("default");
        assertThat(of("handover.x[not a name")).isEqualTo("default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Config resource 'class path resource [application.yml]' via location 'optional:classpath:/'|the product's own settings",
                "Config resource 'class path resource [application-development.yml]' via location 'optional:classpath:/'|settings file application-development.yml",
                "Config resource 'file [/etc/handover/prod.yml]' via location 'file:/etc/handover/prod.yml'|settings file prod.yml",
                "Inlined Test Properties|elsewhere",
            })
    void aFileIsNamedWithoutItsPlace(String source, String words) {
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(source, Map.of("handover.notice.from", "x@y.example")));
        assertThat(of("handover.notice.from")).isEqualTo(words).doesNotContain("/");
    }

    @Test
    void theFirstThatSaysAnythingWinsAlsoForOneEntryOfMany() {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("HANDOVER_CHECKS_NAMESERVERS_0", "10.0.0.1", "HANDOVER_BASEURL", "http://x")));
        assertThat(of("handover.checks.name-servers")).isEqualTo("environment variable");
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource("--handover.base-url=http://y"));
        assertThat(of("handover.base-url")).isEqualTo("command line");
    }

    @Test
    void aMountedSecretIsAMountedFile(@TempDir Path secrets) throws Exception {
        Files.writeString(secrets.resolve("handover.initial-admin.password"), "hush");
        environment
                .getPropertySources()
                .addFirst(new ConfigTreePropertySource("Config tree '" + secrets + "'", secrets));
        assertThat(of("handover.initial-admin.password")).isEqualTo("mounted file");
    }
}
