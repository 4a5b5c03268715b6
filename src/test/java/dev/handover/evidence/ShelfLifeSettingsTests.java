package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.EvidenceKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ShelfLifeSettingsTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties(ShelfLifeSettings.class)
    static class Settings {}

    @ParameterizedTest
    @CsvSource({
        "ENVIRONMENT_INVENTORY, 30",
        "USER_AND_ROLE_VALIDATION, 30",
        "PRODUCT_WORKFLOW_VALIDATION, 30",
        "INTEGRATION_VALIDATION, 14",
        "BACKUP_AND_RECOVERY_STATEMENT, 30",
        "SUPPORT_HANDOFF, 90",
        "KNOWN_ISSUES_LIST, 14"
    })
    void everyKindHasALimit(EvidenceKind kind, int days) {
        runner.run(context ->
                assertThat(context.getBean(ShelfLifeSettings.class).of(kind)).isEqualTo(Duration.ofDays(days)));
    }

    @Test
    void aLimitIsSetByTheWordOfItsKind() {
        for (var kind : EvidenceKind.values()) {
            runner.withPropertyValues("handover.evidence.shelf-life.%s=P3D".formatted(kind.slug()))
                    .run(context -> assertThat(
                                    context.getBean(ShelfLifeSettings.class).of(kind))
                            .isEqualTo(Duration.ofDays(3)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59M", "-P1D", "soon"})
    void aLimitThatNobodyCanKeepStopsTheStart(String limit) {
        runner.withPropertyValues("handover.evidence.shelf-life.support-handoff=" + limit)
                .run(context -> assertThat(context).hasFailed());
    }
}
