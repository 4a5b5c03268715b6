package dev.handover.plan;

import static dev.handover.plan.PlanTestData.NOW;
import static dev.handover.plan.PlanTestData.READER;
import static dev.handover.plan.PlanTestData.small;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.handover.shared.HandoverException;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged documents: whatever the damage, a document is a plan or is refused in words. Random, with a fixed seed. */
class PlanReaderHardeningTests {

    private static final int ROUNDS = 1000;
    private static final String[] SCRAPS = {
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\t",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "#",
        "&a ",
        "*a",
        "!",
        "!!int ",
        "|",
        ">",
        "%",
        "@",
        "\\",
        "\\U",
        "\\U99999999",
        "\\ud800",
        "\u2028",
        "\u0085",
        "😀",
        "null",
        "~",
        "true",
        "-1",
        "1e999",
        "999999999999999999999",
        "---\n",
        "...",
        "?",
        "<<: ",
        ",",
        "PT0S",
        "P99999999D",
        "2026-03-29T02:30",
        "+999999999-01-01T00:00",
        "http://",
        "@:@",
        "%zz"
    };

    @Test
    void damagedYamlIsRefusedInWordsOrIsStillAPlan() {
        assertThat(refusalsOf(small())).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    @Test
    void damagedJsonIsRefusedInWordsOrIsStillAPlan() throws IOException {
        String json = new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(new YAMLMapper().readTree(small()));

        assertThat(refusalsOf(json)).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    private static int refusalsOf(String document) {
        Random random = new Random(20260302);
        int refusals = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String damaged = damage(document, random);
            try {
                Plan plan = READER.read(damaged, NOW);
                assertThat(READER.reread(READER.normalized(damaged, NOW))).isEqualTo(plan);
            } catch (InvalidPlan refusal) {
                refusals++;
                assertThat(refusal.errors()).isNotEmpty().allSatisfy(mistake -> {
                    assertThat(mistake.line()).isBetween(1, damaged.split("\n", -1).length);
                    assertThat(mistake.message()).isNotBlank();
                    assertThat(mistake.mend()).isNotBlank();
                });
            } catch (HandoverException other) {
                throw new AssertionError("neither too large nor anything else", other);
            }
        }
        return refusals;
    }

    /** Puts a scrap over or between a few characters somewhere. */
    private static String damage(String document, Random random) {
        int at = random.nextInt(document.length());
        int end = Math.min(document.length(), at + random.nextInt(4));
        return document.substring(0, at) + SCRAPS[random.nextInt(SCRAPS.length)] + document.substring(end);
    }
}
