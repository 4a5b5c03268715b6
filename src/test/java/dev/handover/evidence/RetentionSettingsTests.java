package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.handover.shared.EvidenceKind;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionSettingsTests {

    @Test
    void kindsThatAreNotNamedAreKeptForTenYears() {
        var settings = new Binder(new MapConfigurationPropertySource(
                        Map.of("handover.evidence.retention.backup-and-recovery-statement", "P6Y")))
                .bind("handover.evidence", RetentionSettings.class)
                .get();

        assertThat(settings.of(EvidenceKind.BACKUP_AND_RECOVERY_STATEMENT)).isEqualTo(Period.ofYears(6));
        assertThat(settings.of(EvidenceKind.KNOWN_ISSUES_LIST)).isEqualTo(Period.ofYears(10));
        assertThat(new RetentionSettings(null).of(EvidenceKind.SUPPORT_HANDOFF)).isEqualTo(Period.ofYears(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P11M", "P0D", "P364D", "P-3Y", "P2Y-1D"})
    void lessThanAYearStopsTheStartUp(String period) {
        var kinds = Map.of(EvidenceKind.SUPPORT_HANDOFF, Period.parse(period));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(kinds))
                .withMessageContaining("handover.evidence.retention.support-handoff");
    }
}
