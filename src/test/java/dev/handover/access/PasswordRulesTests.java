package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.access.PasswordRules.Owner;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final Owner ANNA = new Owner("anna.berger", "Anna-Lena Berger Li", "a.berger@contoso.example");

    private final PasswordRules rules = new PasswordRules(new PasswordSettings(12));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "Correct-Horse-7",
                "wintergarden kettle 9",
                "vierundzwanzig Seifenblasen",
                "ピアノ工場の裏の猫と自転車屋",
            })
    void lengthIsWhatCountsAndNoKindOfCharacterIsAskedFor(String password) {
        assertThat(rules.broken(password, ANNA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchar!"})
    void aShortOneIsRefused(String password) {
        assertThat(rules.broken(password, ANNA)).contains("It has 12 to 128 characters.");
    }

    @Test
    void noneAtAllIsTooShort() {
        assertThat(rules.broken(null, ANNA)).contains("It has 12 to 128 characters.");
    }

    @Test
    void lengthHasBoundsAtBothEnds() {
        var random = new Random(7);
        var text = random.ints(129, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(rules.broken(text.substring(0, 128), ANNA)).isEmpty();
        assertThat(rules.broken(text, ANNA)).containsExactly("It has 12 to 128 characters.");
        assertThat(rules.broken(text.substring(0, 12), ANNA)).isEmpty();
        assertThat(rules.broken(text.substring(0, 11), ANNA)).contains("It has 12 to 128 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my ANNA.BERGER kettle rope",
                "kettle rope berger window",
                "kettle anna-lena window",
                "x9 a.berger kettle window",
            })
    void whatBelongsToThePersonIsRefused(String password) {
        assertThat(rules.broken(password, ANNA))
                .contains("It contains neither the user id nor the name or address of the person.");
    }

    @Test
    void aNameOfTwoLettersIsPartOfManyWords() {
        assertThat(rules.broken("olive lightning kettle", ANNA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaaaa",
                "iloveyou1234",
                "trustno1trustno1",
                "handoverhandover",
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(rules.broken(password, ANNA)).hasSize(1).first().asString().startsWith("It is none that is tried");
    }

    @Test
    void everyRuleIsSaidBeforehand() {
        assertThat(rules.all())
                .hasSize(3)
                .allSatisfy(rule -> assertThat(rule.words()).startsWith("It ").endsWith("."));
    }
}
