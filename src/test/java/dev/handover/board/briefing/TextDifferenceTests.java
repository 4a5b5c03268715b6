package dev.handover.board.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDifferenceTests {

    @Test
    void changedLinesAreShownWithASignAndAFewAroundThem() {
        var lines = IntStream.range(0, 20).mapToObj(i -> "line " + i).toList();
        var changed = new java.util.ArrayList<>(lines);
        changed.set(10, "line ten");
        assertThat(TextDifference.between(lines, changed))
                .containsExactly(
                        "@@ -9,5 +9,5 @@", " line 8", " line 9", "-line 10", "+line ten", " line 11", " line 12");
    }

    @Test
    void whatIsTooLongIsNotComparedAndWhatIsDifferentThroughoutIsCut() {
        var long1 = Collections.nCopies(1_001, "a");
        assertThat(TextDifference.between(long1, List.of("b"))).isEmpty();
        assertThat(TextDifference.between(List.of("b"), long1)).isEmpty();
        var one = IntStream.range(0, 1_000).mapToObj(i -> "a" + i).toList();
        var two = IntStream.range(0, 1_000).mapToObj(i -> "b" + i).toList();
        assertThat(TextDifference.between(one, two)).hasSize(80);
    }

    @Test
    void theSameIsNoDifference() {
        assertThat(TextDifference.between(List.of("a"), List.of("a"))).isEmpty();
    }
}
