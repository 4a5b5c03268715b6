package dev.handover.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of RFC 8785 that lie within our restricted values, and the edges of the restriction. */
class CanonicalJsonTests {

    @Test
    void exampleOfSection322IsWrittenAsTheRfcWritesIt() {
        var value = Map.of("string", "\u20ac$\u000F\nA'B\"\\\\\"/", "literals", Arrays.asList(null, true, false));

        assertThat(CanonicalJson.of(value))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void exampleOfSection323SortsNamesByUtf16CodeUnits() {
        var value = new LinkedHashMap<String, Object>();
        value.put("\u20ac", "Euro Sign");
        value.put("\r", "Carriage Return");
        value.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        value.put("1", "One");
        value.put("\ud83d\ude00", "Emoji: Grinning Face");
        value.put("\u0080", "Control");
        value.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(value))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @MethodSource
    void writesEachKindOfValue(Object value, String json) {
        assertThat(CanonicalJson.of(value)).isEqualTo(json);
    }

    static Stream<Arguments> writesEachKindOfValue() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of(0, "0"),
                Arguments.of(-7, "-7"),
                Arguments.of(9007199254740991L, "9007199254740991"),
                Arguments.of(-9007199254740991L, "-9007199254740991"),
                Arguments.of("\b\t\n\f\r\u0000\u001f\u007f\u2028/", "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028/\""),
                Arguments.of(List.of(), "[]"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(Set.of(true), "[true]"),
                Arguments.of(
                        List.of(56, Map.of("d", true, "10", List.of(), "1", List.of())),
                        "[56,{\"1\":[],\"10\":[],\"d\":true}]"));
    }

    /** Test data published with the RFC ("arrays", "french", "structures", "unicode", "weird"); the rest of it is about fractions. */
    static Stream<Arguments> testDataOfTheRfcIsWrittenAsPublished() {
        return Stream.of(
                Arguments.of("[56,{\"d\":true,\"10\":null,\"1\":[]}]", "[56,{\"1\":[],\"10\":null,\"d\":true}]"),
                Arguments.of(
                        "{\"peach\":\"This sorting order\",\"p\\u00e9ch\\u00e9\":\"is wrong according to French\","
                                + "\"p\\u00eache\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}",
                        "{\"peach\":\"This sorting order\",\"p\u00e9ch\u00e9\":\"is wrong according to French\","
                                + "\"p\u00eache\":\"but canonicalization MUST\",\"sin\":\"ignore locale\"}"),
                Arguments.of(
                        "{\"1\":{\"f\":{\"f\":\"hi\",\"F\":5},\"\\n\":56},\"10\":{},\"\":\"empty\",\"a\":{},"
                                + "\"111\":[{\"e\":\"yes\",\"E\":\"no\"}],\"A\":{}}",
                        "{\"\":\"empty\",\"1\":{\"\\n\":56,\"f\":{\"F\":5,\"f\":\"hi\"}},\"10\":{},"
                                + "\"111\":[{\"E\":\"no\",\"e\":\"yes\"}],\"A\":{},\"a\":{}}"),
                Arguments.of("{\"Unnormalized Unicode\":\"A\\u030a\"}", "{\"Unnormalized Unicode\":\"A\u030a\"}"),
                Arguments.of(
                        "{\"\\u20ac\":\"Euro Sign\",\"\\r"
                                + "\":\"Carriage"
                                + " Return\",\"\\u000a\":\"Newline\",\"1\":\"One\",\"\\u0080\":\"Control\\u007f\",\"\\ud83d\\ude02\":\"Smiley\",\"\\u00f6\":\"Latin"
                                + " Small Letter O With Diaeresis\",\"\\ufb33\":\"Hebrew Letter Dalet With"
                                + " Dagesh\",\"</script>\":\"Browser Challenge\"}",
                        "{\"\\n"
                                + "\":\"Newline\",\"\\r"
                                + "\":\"Carriage Return\",\"1\":\"One\",\"</script>\":\"Browser"
                                + " Challenge\",\"\u0080\":\"Control\u007f\",\"\u00f6\":\"Latin Small Letter O With"
                                + " Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude02\":\"Smiley\",\"\ufb33\":\"Hebrew"
                                + " Letter Dalet With Dagesh\"}"));
    }

    @ParameterizedTest
    @MethodSource
    void testDataOfTheRfcIsWrittenAsPublished(String json, String canonical) throws Exception {
        assertThat(CanonicalJson.of(new ObjectMapper().readValue(json, Object.class)))
                .isEqualTo(canonical);
    }

    @Test
    void orderOfMembersDoesNotMatter() {
        var one = new LinkedHashMap<String, Object>(Map.of("a", 1));
        one.put("b", 2);
        var other = new LinkedHashMap<String, Object>(Map.of("b", 2));
        other.put("a", 1);

        assertThat(CanonicalJson.of(one)).isEqualTo(CanonicalJson.of(other)).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(longs = {9007199254740992L, -9007199254740992L, Long.MAX_VALUE, Long.MIN_VALUE})
    void integersThatSomeReadersWouldRoundAreRefused(long value) {
        assertThatThrownBy(() -> CanonicalJson.of(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ude00", "a\ud83db", "\ude00\ud83d"})
    void unpairedSurrogatesAreRefusedInTextAndNames(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Map.of(text, 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatHasNoCanonicalFormHereIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.of(0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Map.of(1, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(Collections.singletonMap(null, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of(new Object())).isInstanceOf(IllegalArgumentException.class);
    }
}
