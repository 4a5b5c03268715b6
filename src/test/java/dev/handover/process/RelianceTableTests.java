package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.handover.shared.EvidenceKind;
import dev.handover.shared.Role;
import dev.handover.signoff.Reliance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read from the table of reliance, and tables that nobody may start with. */
class RelianceTableTests {

    private final Reliance shipped = ShippedReliance.read();

    @Test
    void isReadAsTheDecisionEngineAnswersIt() {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        var decision = engine.parseDecision(Decisions.Reliance.KEY, Dmn.readModelFromStream(stream(document())));
        for (var kind : EvidenceKind.values()) {
            var row = engine.evaluateDecisionTable(
                            decision, Variables.fromMap(Map.of(Decisions.Reliance.KIND, kind.slug())))
                    .getSingleResult();
            for (var role : Role.signing()) {
                assertThat(shipped.of(role).contains(kind))
                        .as("%s on %s", role, kind)
                        .isEqualTo(row.<Boolean>getEntry(role.slug()));
            }
        }
    }

    @Test
    void everyKindIsReliedOnByAnOwnerWhoKnowsIt() {
        for (var kind : EvidenceKind.values()) {
            assertThat(shipped.of(Role.BUSINESS).contains(kind)
                            || shipped.of(Role.ENVIRONMENT).contains(kind))
                    .as(kind.slug())
                    .isTrue();
        }
        assertThat(shipped.of(Role.CHANGE)).containsExactly(EvidenceKind.values());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"BUSINESS", "ENVIRONMENT", "CHANGE"})
    void whoDoesNotSignReliesOnNothing(Role role) {
        assertThatIllegalArgumentException().isThrownBy(() -> shipped.of(role)).withMessageContaining("does not sign");
    }

    static Stream<Arguments> tableThatCannotBeUsedIsNamedInOneSentence() {
        return Stream.of(
                Arguments.of("\"support-handoff\"", "\"support-hand-off\"", "\"support-hand-off\" is no kind"),
                Arguments.of("\"support-handoff\"", "-", "- is no kind of evidence"),
                Arguments.of("\"support-handoff\"", "\"known-issues-list\"", "\"known-issues-list\" is in it twice"),
                Arguments.of("name=\"business\"", "name=\"boss\"", "its column \"boss\" is no role"),
                Arguments.of("name=\"business\"", "name=\"support\"", "not exactly the roles that sign"),
                Arguments.of("<text>true</text>", "<text>yes</text>", "a cell says \"yes\""),
                Arguments.of("<text>true</text>", "<text>false</text>", "nobody relies on \"environment-inventory\""));
    }

    @ParameterizedTest
    @MethodSource
    void tableThatCannotBeUsedIsNamedInOneSentence(String is, String shallBe, String sentence) {
        assertThat(document()).contains(is);
        var changed = Dmn.readModelFromStream(stream(document().replace(is, shallBe)));

        assertThatIllegalStateException()
                .isThrownBy(() -> new RelianceTable(changed))
                .withMessageContaining(sentence)
                .withMessageStartingWith("The decision table reliance.dmn cannot be used: ");
    }

    @Test
    void aKindWithoutARowIsReliedOnByNobody() {
        var document = document();
        var rule = document.substring(
                document.indexOf("<rule id=\"Rule_Reliance_SupportHandoff\""),
                document.indexOf("<rule id=\"Rule_Reliance_KnownIssuesList\""));
        var without = Dmn.readModelFromStream(stream(document.replace(rule, "")));

        assertThatIllegalStateException()
                .isThrownBy(() -> new RelianceTable(without))
                .withMessageContaining("nobody relies on \"support-handoff\"");
    }

    private static String document() {
        try (var table = RelianceTableTests.class.getResourceAsStream("/bpmn/reliance.dmn")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
