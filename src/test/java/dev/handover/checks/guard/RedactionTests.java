package dev.handover.checks.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTests {

    private static final String VALUE = "pa$$\"w/ö+rd &<>\\%1";

    private final Redaction redaction = new Redaction(List.of(VALUE, "plain-Token1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                VALUE,
                "pa$$\\\"w/ö+rd &<>\\\\%1",
                "pa$$\\\"w\\/ö+rd &<>\\\\%1",
                "pa%24%24%22w%2F%C3%B6%2Brd%20%26%3C%3E%5C%251",
                "pa%24%24%22w%2f%c3%b6%2brd%20%26%3c%3e%5c%251",
                "pa%24%24%22w%2F%C3%B6%2Brd+%26%3C%3E%5C%251",
                "%70%61%24%24%22%77%2F%C3%B6%2B%72%64%20%26%3C%3E%5C%25%31",
                "plain-Token1",
                "plain-token1",
                "706c61696e2d546f6b656e31",
                "706C61696E2D546F6B656E31",
            })
    void everySpellingIsTakenOut(String spelling) {
        assertThat(redaction.apply("before " + spelling + " after")).isEqualTo("before [secret] after");
    }

    @Test
    void htmlSpellingsAreTakenOut() {
        String html = org.springframework.web.util.HtmlUtils.htmlEscape(VALUE);
        assertThat(redaction.apply("<p>" + html + "</p>")).isEqualTo("<p>[secret]</p>");
    }

    @Test
    void base64IsTakenOutWholeWhereverTheValueStandsInIt() {
        for (String before : List.of("", "a", "ab", "abc", "ada.admin:", "otto:")) {
            for (String after : List.of("", "x", "xy", ":more")) {
                byte[] bytes = (before + VALUE + after).getBytes(StandardCharsets.UTF_8);
                for (var encoder :
                        List.of(Base64.getEncoder(), Base64.getEncoder().withoutPadding(), Base64.getUrlEncoder())) {
                    assertThat(redaction.apply("Basic " + encoder.encodeToString(bytes) + ", and so on"))
                            .isEqualTo("Basic [secret], and so on");
                }
            }
        }
    }

    @Test
    void everyOccurrenceIsTakenOut() {
        String token = Base64.getEncoder().encodeToString("u:plain-Token1".getBytes(StandardCharsets.UTF_8));
        assertThat(redaction.apply("plain-Token1plain-Token1 %s %s".formatted(token, token)))
                .isEqualTo("[secret][secret] [secret] [secret]");
    }

    @Test
    void textWithoutSecretsStaysAsItIs() {
        String text = "plain-Token2 " + URLEncoder.encode("pa$$", StandardCharsets.UTF_8);
        assertThat(redaction.apply(text)).isSameAs(text);
        assertThat(new Redaction(List.of()).apply(text)).isSameAs(text);
    }

    @Test
    void aValueThatContainsAnotherLeavesNothingOfItself() {
        assertThat(new Redaction(List.of("secret-1", "secret-1-and-more")).apply("secret-1-and-more"))
                .isEqualTo("[secret]");
    }
}
