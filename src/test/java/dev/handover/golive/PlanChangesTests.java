package dev.handover.golive;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.golive.Participant.State;
import dev.handover.plan.InvalidPlan;
import dev.handover.plan.PlanChange;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DomainTest
@RecordApplicationEvents
class PlanChangesTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private PlanChanges changes;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private OwnerRoles owners;

    @Autowired
    private Progress progress;

    @Autowired
    private HandoffProcess process;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private TestClock clock;

    private GoLiveKey key;

    @BeforeEach
    void submit() {
        key = rehearsal.submitted();
    }

    @Test
    void aNewVersionIsInForceAndEverybodyHearsOfIt() {
        var change = change("title: Aurora Works goes live in Hamburg", "title: Aurora goes live in Bremen");
        assertThat(change.summary()).contains("Bremen");
        assertThat(register.get(key).planVersion()).isEqualTo(2);
        assertThat(register.get(key).title()).isEqualTo("Aurora goes live in Bremen");
        assertThat(register.planHistory(key))
                .extracting(version -> version.version())
                .containsExactly(1, 2);
        assertThat(events.stream(PlanChanged.class)).containsExactly(new PlanChanged(key, change, "requester"));
        then(process).should().planChanged(key);
    }

    @Test
    void aChangeOfNothingRecordsNothing() {
        var fixed = register.document(key);
        assertThat(changes.change(key, fixed, "requester").isEmpty()).isTrue();
        assertThat(register.get(key).planVersion()).isEqualTo(1);
        then(process).should(never()).planChanged(any());
    }

    @Test
    void aBadPlanChangesNothing() {
        assertThatThrownBy(() -> change("zone: Europe/Berlin", "zone: Europe/Atlantis"))
                .isInstanceOf(InvalidPlan.class);
        assertThat(register.get(key).planVersion()).isEqualTo(1);
    }

    @Test
    void itIsNeverForAnotherCustomerOrEnvironment() {
        assertRefused(Code.CONFLICT, () -> change("id: aurora\n", "id: borealis\n"))
                .contains("borealis");
        assertRefused(Code.CONFLICT, () -> change("label: production", "label: staging"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            names = {"STABILIZATION", "HANDED_OVER", "ROLLED_BACK"})
    void afterTheGoLiveThePlanIsClosed(Phase phase) {
        progress.enter(key, phase);
        assertRefused(Code.WRONG_PHASE, () -> change("sites: [Hamburg]", "sites: [Bremen]"));
    }

    @Test
    void aNewOwnerIsAskedAndTheFormerOneIsReplaced() {
        owners.accept(key, Role.SUPPORT, "support");
        change("support: support", "support: outsider");
        assertThat(register.holder(key, Role.SUPPORT)).contains("outsider");
        assertThat(owners.toAccept(key)).contains(Role.SUPPORT);
        assertThat(register.takesPart(key, "support")).isFalse();
    }

    @Test
    void anOwnerWhoWasNamedByHandStaysUnlessThePlanNamesAnother() {
        owners.decline(key, Role.SUPPORT, "On leave.", "support");
        owners.name(key, Role.SUPPORT, "outsider", "requester");
        owners.accept(key, Role.SUPPORT, "outsider");
        change("sites: [Hamburg]", "sites: [Bremen]");
        assertThat(register.holder(key, Role.SUPPORT)).contains("outsider");
        changes.change(
                key,
                Rehearsal.plan()
                        .replace("support: support", "support: outsider")
                        .replace("[Hamburg]", "[Kiel]"),
                "requester");
        assertThat(owners.toAccept(key)).as("has accepted before").doesNotContain(Role.SUPPORT);
    }

    @Test
    void theDutiesStaySeparateWhoeverWasNamedByHand() {
        owners.decline(key, Role.BUSINESS, "On leave.", "business");
        owners.name(key, Role.BUSINESS, "outsider", "requester");
        assertRefused(Code.INVALID_INPUT, () -> change("environment: environment", "environment: outsider"))
                .contains("one person never signs twice");
    }

    @Test
    void whoWritesAPlanVersionNeverSigns() {
        var plan = Rehearsal.plan().replace("businessAcceptance: business", "businessAcceptance: admin");
        assertRefused(Code.INVALID_INPUT, () -> changes.change(key, plan, "admin"))
                .contains("Admin has written the plan, and so never signs");
    }

    @Test
    void theValidatorsAreThoseOfThePlanAndComeBackWithIt() {
        var other = Rehearsal.plan().replace("owner: validator", "owner: deputy");
        changes.change(key, other, "requester");
        assertThat(register.takesPart(key, "validator")).isFalse();
        assertThat(register.takesPart(key, "deputy")).isTrue();
        clock.forward(Duration.ofMinutes(1));
        changes.change(key, Rehearsal.plan(), "requester");
        assertThat(register.takesPart(key, "validator")).isTrue();
        assertThat(register.takesPart(key, "deputy")).isFalse();
        assertThat(register.people(key))
                .filteredOn(each -> each.role() == Role.VALIDATOR)
                .singleElement()
                .satisfies(each -> assertThat(each.state()).isEqualTo(State.ACCEPTED));
    }

    @Test
    void aMovedWindowMustBeFree() {
        var other = rehearsal.submitted(
                Rehearsal.plan().replace("start: PT20M", "start: PT10H").replace("end: PT4H20M", "end: PT12H"));
        var plan = Rehearsal.plan().replace("start: PT20M", "start: PT11H").replace("end: PT4H20M", "end: PT13H");
        assertRefused(Code.CONFLICT, () -> changes.change(key, plan, "requester"))
                .contains(other.value());
    }

    @Test
    void aWindowThatWasMovedByHandStaysWhenThePlanKeepsItsOwn() {
        var start = TestClock.START.plus(Duration.ofDays(3));
        progress.moveWindow(key, start, start.plus(Duration.ofHours(2)), "requester");
        changes.change(key, register.document(key).replace("sites: [Hamburg]", "sites: [Bremen]"), "requester");
        assertThat(register.get(key).windowStart()).isEqualTo(start);
    }

    private PlanChange change(String place, String replacement) {
        var document = register.document(key);
        assertThat(document).contains(place);
        return changes.change(key, document.replace(place, replacement), "requester");
    }
}
