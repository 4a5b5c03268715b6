package dev.handover.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.shared.EvidenceKind;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Refusal;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.shared.Wording;
import dev.handover.validation.ValidationSteps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
class RejectedItemsTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Signatures signatures;

    @Autowired
    private SignOffRound round;

    @Autowired
    private EvidenceStore evidence;

    @Autowired
    private ValidationSteps steps;

    @Autowired
    private Timeline timeline;

    private GoLiveKey key;
    private Evidence shownFirst;

    @BeforeEach
    void prepare() {
        key = rehearsal.inSignOff();
        shownFirst = evidence.addStatement(
                key, EvidenceKind.USER_AND_ROLE_VALIDATION, "All figures", "All of last month.", "validator");
        evidence.addStatement(key, EvidenceKind.SUPPORT_HANDOFF, "Handoff", "Two pages.", "support");
    }

    private String shown() {
        return round.present(key, Role.BUSINESS).digest().sha256();
    }

    private void reject(String manifest, String numbers) {
        signatures.reject(
                key,
                Role.BUSINESS,
                new Signatures.Rejection("Figures are wrong.", Step.WORKFLOWS, manifest, numbers),
                "business");
    }

    private SignOff rejection() {
        return round.of(key).stream()
                .filter(each -> each.state() == SignOff.State.REJECTED)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theNumbersOfTheManifestThatWasShownNameTheVersionsItHad() {
        var manifest = shown();
        evidence.addStatement(key, EvidenceKind.USER_AND_ROLE_VALIDATION, "All figures", "Of last year.", "validator");
        reject(manifest, "1, 1 ,2");
        assertThat(rejection().rejectedEvidence())
                .as("the version that was shown, not the one that came since")
                .contains(shownFirst.id())
                .hasSize(2);
    }

    @Test
    void everybodyWhoMendsItReadsWhichEvidenceItConcerns() {
        reject(shown(), "1");
        signatures.reopenRejectedStep(key);
        var words = "Figures are wrong. Evidence concerned: \"All figures\" (User and role validation, version 1).";
        assertThat(steps.get(key, Step.WORKFLOWS).because()).isEqualTo("Rejected at sign-off: " + words);
        assertThat(steps.get(key, Step.WORKFLOWS).becauseSaid())
                .containsExactly(
                        Phrase.of("rejected-at-sign-off", "Figures are wrong."),
                        Phrase.of(
                                "evidence-concerned", "All figures", new Wording.Name("User and role validation"), 1));
        assertThat(timeline.of(key)).extracting(TimelineEntry::detail).contains(words);
    }

    @Test
    void aRejectionMayConcernWhatIsMissing() {
        reject(null, " ");
        assertThat(rejection().rejectedEvidence()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999", "99999999999999999999", "-1", "1;2", "one", "1,,2", "${1}"})
    void whatIsNoNumberOfAnItemShownIsRefused(String numbers) {
        var manifest = shown();
        assertThatThrownBy(() -> reject(manifest, numbers))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("none of the");
        assertThat(round.of(key)).noneMatch(each -> each.state() == SignOff.State.REJECTED);
    }

    @Test
    void aManifestOfAnotherRoleOrGoLiveOrNoneNamesNothing() {
        var ofAnotherRole = round.present(key, Role.ENVIRONMENT).digest().sha256();
        var neverShown = "0".repeat(64);
        for (var manifest : new String[] {ofAnotherRole, neverShown, "none", null}) {
            assertThatThrownBy(() -> reject(manifest, "1"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("did not say which evidence it showed");
        }
    }
}
