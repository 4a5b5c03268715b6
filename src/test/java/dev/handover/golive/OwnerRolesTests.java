package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.golive.Participant.State;
import dev.handover.shared.FreeText;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
class OwnerRolesTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private OwnerRoles owners;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Progress progress;

    private GoLiveKey key;

    @BeforeEach
    void submit() {
        key = rehearsal.submitted();
    }

    @Test
    void aRoleIsToAcceptUntilItsHolderAccepts() {
        assertThat(owners.toAccept(key)).containsExactlyElementsOf(Role.owners());
        owners.accept(key, Role.SUPPORT, "support");
        assertThat(owners.toAccept(key)).doesNotContain(Role.SUPPORT).hasSize(5);
        assertThat(participant(Role.SUPPORT, "support").decidedAt()).isEqualTo(TestClock.START);
        assertThat(lastAct()).isEqualTo("support: Accepted the role of support owner ()");
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        assertRefused(Code.CONFLICT, () -> owners.accept(key, Role.SUPPORT, "production"))
                .isEqualTo("Somebody else is named as support owner now.");
        assertRefused(Code.CONFLICT, () -> owners.decline(key, Role.SUPPORT, "No.", "production"));
        assertThat(participant(Role.SUPPORT, "support").state()).isEqualTo(State.NAMED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n "})
    void whoDeclinesSaysWhy(String reason) {
        assertRefused(Code.INVALID_INPUT, () -> owners.decline(key, Role.SUPPORT, reason, "support"))
                .contains("Say why you decline");
    }

    @Test
    void aReasonHasBounds() {
        var longest = "x".repeat(FreeText.LONGEST);
        assertRefused(Code.INVALID_INPUT, () -> owners.decline(key, Role.SUPPORT, longest + "x", "support"))
                .contains("4001 characters");
        assertRefused(Code.INVALID_INPUT, () -> owners.decline(key, Role.SUPPORT, "a\0b", "support"));
        owners.decline(key, Role.SUPPORT, longest, "support");
        assertThat(participant(Role.SUPPORT, "support").reason()).isEqualTo(longest);
    }

    @Test
    void aDeclinedRoleIsOpenUntilSomebodyElseIsNamed() {
        owners.decline(key, Role.SUPPORT, "On leave.", "support");
        assertThat(owners.isNamed(key, Role.SUPPORT)).isFalse();
        owners.name(key, Role.SUPPORT, " outsider ", "requester");
        assertThat(owners.isNamed(key, Role.SUPPORT)).isTrue();
        assertThat(participant(Role.SUPPORT, "outsider").state()).isEqualTo(State.NAMED);
        assertThat(lastAct()).isEqualTo("requester: Named the support owner (Outsider)");
        assertRefused(Code.CONFLICT, () -> owners.accept(key, Role.SUPPORT, "support"));
        owners.accept(key, Role.SUPPORT, "outsider");
    }

    @Test
    void whoDeclinedMayBeNamedAgain() {
        owners.decline(key, Role.SUPPORT, "On leave.", "support");
        owners.name(key, Role.SUPPORT, "support", "requester");
        owners.accept(key, Role.SUPPORT, "support");
        assertThat(owners.toAccept(key)).doesNotContain(Role.SUPPORT);
    }

    @Test
    void namingWhoHasAcceptedChangesNothing() {
        owners.accept(key, Role.SUPPORT, "support");
        owners.name(key, Role.SUPPORT, "support", "requester");
        assertThat(participant(Role.SUPPORT, "support").state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void onlyKnownPeopleAreNamed() {
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, Role.SUPPORT, "nobody", "requester"))
                .contains("\"nobody\" is known");
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, Role.SUPPORT, "former", "requester"))
                .isEqualTo("The account of Former is disabled. Name somebody else.");
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, Role.SUPPORT, null, "requester"))
                .contains("Enter");
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, Role.SUPPORT, "x".repeat(101), "requester"));
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, Role.SUPPORT, "a\0", "requester"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REQUESTER", "VALIDATOR"})
    void onlyOwnersAreNamed(Role role) {
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, role, "outsider", "requester"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"BUSINESS", "ENVIRONMENT", "CHANGE"})
    void theRequesterNeverGetsASigningRole(Role role) {
        owners.decline(key, role, "On leave.", role.slug());
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, role, "requester", "requester"))
                .contains("Requester has written the plan, and so never signs");
    }

    @Test
    void onePersonNeverGetsTwoSigningRoles() {
        owners.decline(key, Role.BUSINESS, "On leave.", "business");
        assertRefused(Code.INVALID_INPUT, () -> owners.name(key, Role.BUSINESS, "change", "requester"))
                .contains("one person never signs twice");
    }

    @Test
    void onePersonMayHoldASigningRoleBesideOneThatDoesNotSign() {
        owners.decline(key, Role.SUPPORT, "On leave.", "support");
        owners.name(key, Role.SUPPORT, "business", "requester");
        assertThat(register.holder(key, Role.SUPPORT)).contains("business");
    }

    @Test
    void nothingIsAnsweredOnceTheGoLiveHasEnded() {
        progress.withdraw(key, "No site.", "requester");
        assertRefused(Code.WRONG_PHASE, () -> owners.accept(key, Role.SUPPORT, "support"));
        assertRefused(Code.WRONG_PHASE, () -> owners.decline(key, Role.SUPPORT, "No.", "support"));
        assertRefused(Code.WRONG_PHASE, () -> owners.name(key, Role.SUPPORT, "outsider", "requester"));
    }

    private Participant participant(Role role, String user) {
        return register.people(key).stream()
                .filter(each -> each.role() == role && each.userId().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private String lastAct() {
        var entries = timeline.of(key);
        var last = entries.get(entries.size() - 1);
        return "%s: %s (%s)".formatted(last.actor(), last.act(), last.detail());
    }
}
