package dev.handover.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.guard.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssertionsTests {

    private static final String BODY =
            "{\"status\": \"connected\", \"count\": 1.0, \"ok\": true, \"none\": null, \"list\": [\"a\"], \"a/b\": 1}";

    private static Answer answer(String body, boolean truncated) {
        return new Answer(
                "http://erp",
                List.of(),
                "127.0.0.1",
                200,
                Map.of("content-type", "Application/JSON; charset=utf-8"),
                body,
                body.length(),
                truncated);
    }

    private static List<String> headers(String name, String value) {
        return new Assertions(200, Map.of(name, value), Map.of(), List.of()).differences(answer(BODY, false));
    }

    private static List<String> json(String pointer, Object value) {
        return new Assertions(200, Map.of(), Map.of(pointer, value), List.of()).differences(answer(BODY, false));
    }

    private static List<String> text(String text, boolean truncated) {
        return new Assertions(200, Map.of(), Map.of(), List.of(text)).differences(answer(BODY, truncated));
    }

    @Test
    void headersContainWhateverTheCase() {
        assertThat(headers("Content-Type", "application/json")).isEmpty();
        assertThat(headers("content-type", "text/html"))
                .containsExactly("header content-type is \"Application/JSON; charset=utf-8\","
                        + " which does not contain \"text/html\"");
        assertThat(headers("etag", "x")).containsExactly("header etag is nothing, which does not contain \"x\"");
    }

    @Test
    void jsonIsComparedByKindAndValue() {
        assertThat(json("/status", "connected")).isEmpty();
        assertThat(json("/count", new BigDecimal("1"))).isEmpty();
        assertThat(json("/ok", true)).isEmpty();
        assertThat(json("/list/0", "a")).isEmpty();
        assertThat(json("/a~1b", 1)).isEmpty();
        assertThat(json("/status", "Connected")).containsExactly("/status is \"connected\" instead of \"Connected\"");
        assertThat(json("/count", "1.0")).containsExactly("/count is 1.0 instead of \"1.0\"");
        assertThat(json("/ok", false)).containsExactly("/ok is true instead of false");
        assertThat(json("/none", "null")).containsExactly("/none is null instead of \"null\"");
        assertThat(json("/list", "a")).containsExactly("/list is a list instead of \"a\"");
        assertThat(json("/gone", 1)).containsExactly("/gone is missing instead of 1");
    }

    @Test
    void anAnswerThatIsNotJsonIsADifferenceOfItsOwn() {
        var expected = new Assertions(200, Map.of(), Map.of("/a", 1), List.of());
        assertThat(expected.differences(answer("<html>", false)))
                .containsExactly("http://erp: the answer (status 200) is not JSON");
        assertThat(expected.differences(answer("", false))).hasSize(1);
    }

    @Test
    void textStandsInTheBody() {
        assertThat(text("connected", false)).isEmpty();
        assertThat(text("Connected", false)).containsExactly("the body does not contain \"Connected\"");
    }

    @Test
    void anEndThatWasNotSeenProvesNothing() {
        assertThat(text("connected", true)).isEmpty();
        assertThat(text("ready", true))
                .containsExactly("the first %d bytes of the body do not contain \"ready\", and the rest was not read"
                        .formatted(BODY.length()));
        assertThat(new Assertions(200, Map.of(), Map.of("/ok", true), List.of()).differences(answer(BODY, true)))
                .containsExactly("http://erp: the answer is too long to be read");
    }

    @Test
    void everyDifferenceIsNamed() {
        var expected = new Assertions(201, Map.of("etag", "x"), Map.of("/a", 1, "/b", "y"), List.of("z"));
        assertThat(expected.differences(answer(BODY, false)))
                .hasSize(5)
                .first()
                .isEqualTo("answered 200 instead of 201");
        assertThat(expected.described())
                .startsWith("answers 201")
                .contains("header etag contains \"x\"", "/b is \"y\"", "the body contains \"z\"");
    }
}
