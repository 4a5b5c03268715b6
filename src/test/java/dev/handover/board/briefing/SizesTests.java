package dev.handover.board.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTests {

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1 KB", "12400, 12 KB", "26214400, 25 MB", "2516582, 2.4 MB"})
    void aSizeIsShownAsFileManagersDo(long bytes, String shown) {
        assertThat(Sizes.show(bytes)).isEqualTo(shown);
    }
}
