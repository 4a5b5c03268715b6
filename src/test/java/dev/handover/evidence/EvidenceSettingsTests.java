package dev.handover.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class EvidenceSettingsTests {

    @Test
    void refusalNamesTheLimit() {
        assertThat(new EvidenceSettings(DataSize.ofMegabytes(25)).tooLarge())
                .hasMessageContaining("at most 25 MB each");
        assertThat(new EvidenceSettings(DataSize.ofKilobytes(64)).tooLarge())
                .hasMessageContaining("at most 64 KB each");
    }

    @Test
    void limitThatHardlyAnyFileMeetsStopsTheStart() {
        assertThatThrownBy(() -> new EvidenceSettings(DataSize.ofKilobytes(63)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("handover.evidence.max-file-size");
    }
}
