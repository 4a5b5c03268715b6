package dev.handover.golive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.golive.Cover.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against examples by hand, and against a count of single seconds. */
class CoverTests {

    /** {@code 3-7 9-10} as stretches of seconds. */
    private static List<Span> spans(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" "))
                        .map(each -> each.split("-"))
                        .map(ends -> span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                        .toList();
    }

    private static Span span(int from, int until) {
        return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2-8, , 2-8",
        "2-8, 2-8, ",
        "2-8, 0-9, ",
        "2-8, 0-3, 3-8",
        "2-8, 6-9, 2-6",
        "2-8, 4-5, 2-4 5-8",
        "2-8, 0-2, 2-8",
        "2-8, 8-9, 2-8",
        "2-8, 3-4 6-7, 2-3 4-6 7-8",
        "2-8, 2-5 5-8, ",
        "2-8 10-12, 7-11, 2-7 11-12",
        "5-5, , ",
        "2-8, 4-4, 2-8",
    })
    void whatNobodyCoversIsLeft(String away, String covered, String left) {
        assertThat(Cover.without(spans(away), spans(covered))).isEqualTo(spans(left));
    }

    @Test
    void everySecondIsLeftIfAndOnlyIfItIsAwayAndNotCovered() {
        var random = new Random(11);
        IntStream.range(0, 500).forEach(round -> {
            var away = List.of(any(random));
            var covered = List.of(any(random), any(random), any(random));
            var left = Cover.without(away, covered);
            IntStream.range(0, 30)
                    .forEach(second ->
                            assertThat(isIn(left, second)).isEqualTo(isIn(away, second) && !isIn(covered, second)));
        });
    }

    private static Span any(Random random) {
        var from = random.nextInt(25);
        return span(from, from + random.nextInt(12));
    }

    private static boolean isIn(List<Span> spans, int second) {
        var at = Instant.ofEpochSecond(second);
        return spans.stream().anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.until()));
    }
}
