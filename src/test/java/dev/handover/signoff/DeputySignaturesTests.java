package dev.handover.signoff;

import static dev.handover.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.golive.Acting;
import dev.handover.golive.Deputies;
import dev.handover.golive.Deputy;
import dev.handover.golive.OwnerRoles;
import dev.handover.golive.Period;
import dev.handover.golive.PlanChanges;
import dev.handover.golive.Timeline;
import dev.handover.golive.TimelineEntry;
import dev.handover.release.Release;
import dev.handover.release.ReleaseAct;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOff.State;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who signs and decides for whom, and who may not (product D3, D6). */
@DomainTest
class DeputySignaturesTests {

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private Signatures signatures;

    @Autowired
    private SignOffRound round;

    @Autowired
    private ConditionLedger ledger;

    @Autowired
    private Deputies deputies;

    @Autowired
    private OwnerRoles owners;

    @Autowired
    private PlanChanges plans;

    @Autowired
    private Release release;

    @Autowired
    private Timeline timeline;

    @Autowired
    private TestClock clock;

    @Test
    void aDeputySignsForTheOwnerAndBothAreOnRecord() {
        var key = rehearsal.inSignOff();
        standIn("business", "deputy");
        sign(key, Role.BUSINESS, "deputy");
        assertThat(signOff(key, Role.BUSINESS))
                .extracting(SignOff::state, SignOff::decidedBy, SignOff::onBehalfOf, SignOff::acting)
                .containsExactly(State.APPROVED, "deputy", "business", new Acting("deputy", "business"));
        assertThat(last(key))
                .extracting(TimelineEntry::actor, TimelineEntry::onBehalfOf, TimelineEntry::act)
                .containsExactly("deputy", "business", "Signed as business acceptance owner, as deputy for Business");
    }

    @Test
    void aConditionThatADeputySetIsTheOwnersAfterThePeriod() {
        var key = rehearsal.inSignOff();
        standIn("business", "deputy");
        var shown = round.manifest(key, Role.BUSINESS).digest().sha256();
        var onCondition = new Signatures.Approval(shown, null, "Train the second shift", LocalDate.parse("2026-03-09"));
        signatures.approve(key, Role.BUSINESS, onCondition, "deputy");
        clock.set(java.time.Instant.parse("2026-03-03T00:00:00Z"));
        var condition = ledger.of(key).get(0).condition();
        assertThat(ledger.mayJudge(condition, "deputy")).isFalse();
        ledger.waive(key, condition.id(), "It starts in May.", "business");
        assertThat(ledger.of(key).get(0).state()).isEqualTo(Condition.State.WAIVED);
    }

    @Test
    void aDeputyRejectsForTheOwnerToo() {
        var key = rehearsal.inSignOff();
        standIn("environment", "deputy");
        signatures.reject(key, Role.ENVIRONMENT, "The host is wrong.", Step.ENVIRONMENT, "deputy");
        assertThat(signOff(key, Role.ENVIRONMENT))
                .extracting(SignOff::state, SignOff::decidedBy, SignOff::onBehalfOf)
                .containsExactly(State.REJECTED, "deputy", "environment");
    }

    @Test
    void anOwnerWhoSignsInPersonSignsForNobodyElse() {
        var key = rehearsal.inSignOff();
        standIn("business", "deputy");
        rehearsal.sign(key, Role.BUSINESS);
        assertThat(signOff(key, Role.BUSINESS).acting()).isEqualTo(Acting.self("business"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-01T23:59:59Z", "2026-03-04T00:00:00Z", "2026-03-20T10:00:00Z"})
    void outsideThePeriodADeputyIsNobody(String moment) {
        standIn("business", "deputy", "2026-03-02", "2026-03-03");
        var key = rehearsal.inSignOff();
        clock.set(java.time.Instant.parse(moment));
        refused(key, Role.BUSINESS, "deputy").contains("Only the business acceptance owner", "a deputy while");
    }

    @Test
    void aDeputyWhosePeriodWasEndedIsNobody() {
        var key = rehearsal.inSignOff();
        var named = standIn("business", "deputy");
        deputies.end(named.id(), "business");
        refused(key, Role.BUSINESS, "deputy").contains("Only the business acceptance owner");
        rehearsal.sign(key, Role.BUSINESS);
    }

    @Test
    void aDeputyOfAFormerOwnerIsNobody() {
        var key = rehearsal.inSignOff();
        standIn("business", "deputy");
        plans.change(
                key,
                Rehearsal.plan().replace("businessAcceptance: business", "businessAcceptance: outsider"),
                "requester");
        refused(key, Role.BUSINESS, "deputy").contains("Only the business acceptance owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "outsider", "deputy", "support", "validator"})
    void withoutAPeriodNobodySignsForAnOwner(String person) {
        var key = rehearsal.inSignOff();
        refused(key, Role.BUSINESS, person).contains("Only the business acceptance owner");
    }

    @Test
    void theRequesterNeverSignsNotEvenAsADeputy() {
        var key = rehearsal.inSignOff();
        standIn("business", "requester");
        refused(key, Role.BUSINESS, "requester")
                .isEqualTo("Requester has written the plan, and so never signs, not as a deputy either.");
    }

    @Test
    void whoeverWroteALaterVersionOfThePlanNeverSignsAsADeputy() {
        var key = rehearsal.inSignOff();
        standIn("environment", "admin");
        plans.change(key, Rehearsal.plan().replaceFirst("title: .*", "title: Another title"), "admin");
        refused(key, Role.ENVIRONMENT, "admin").contains("has written the plan");
    }

    @Test
    void whoSignsThemselvesNeverSignsForAnother() {
        var key = rehearsal.inSignOff();
        standIn("business", "environment");
        refused(key, Role.BUSINESS, "environment")
                .isEqualTo(
                        "Environment signs as environment owner already; one person never signs twice, not as a deputy either.");
        sign(key, Role.ENVIRONMENT, "environment");
        refused(key, Role.BUSINESS, "environment").contains("never signs twice");
    }

    /** In the order of the roles: business acceptance, change approval, environment. */
    @Test
    void whoStandsForTwoSignersSignsForTheFirstOnly() {
        var key = rehearsal.inSignOff();
        standIn("business", "deputy");
        standIn("environment", "deputy");
        refused(key, Role.ENVIRONMENT, "deputy").contains("Deputy signs as business acceptance owner already");
        sign(key, Role.BUSINESS, "deputy");
        refused(key, Role.ENVIRONMENT, "deputy").contains("never signs twice");
        sign(key, Role.ENVIRONMENT, "environment");
    }

    @Test
    void whoSignedForOneOwnerNeverSignsForAnotherLater() {
        var key = rehearsal.inSignOff();
        var first = standIn("business", "deputy");
        sign(key, Role.BUSINESS, "deputy");
        deputies.end(first.id(), "business");
        standIn("environment", "deputy");
        refused(key, Role.ENVIRONMENT, "deputy").contains("You have decided in another role already");
    }

    @Test
    void nobodyForWhomADeputySignedComesToSignInAnotherRole() {
        var key = rehearsal.inSignOff();
        standIn("business", "deputy");
        sign(key, Role.BUSINESS, "deputy");
        var swapped = Rehearsal.plan()
                .replace("businessAcceptance: business", "businessAcceptance: outsider")
                .replace("environment: environment", "environment: business");
        assertRefused(Code.INVALID_INPUT, () -> plans.change(key, swapped, "requester"))
                .contains("Business has decided at sign-off in another role");
        var deputyAsOwner = Rehearsal.plan().replace("environment: environment", "environment: deputy");
        assertRefused(Code.INVALID_INPUT, () -> plans.change(key, deputyAsOwner, "requester"))
                .contains("Deputy has decided at sign-off in another role");
    }

    @Test
    void acceptingARoleIsUpToThePersonAlone() {
        var key = rehearsal.submitted();
        standIn("support", "deputy");
        assertRefused(Code.CONFLICT, () -> owners.accept(key, Role.SUPPORT, "deputy"));
        assertRefused(Code.CONFLICT, () -> owners.decline(key, Role.SUPPORT, "No.", "deputy"));
        owners.accept(key, Role.SUPPORT, "support");
    }

    @Test
    void aDeputyDecidesInTheReleaseWindowForTheProductionOwner() {
        var key = rehearsal.inRelease();
        refuseToPause(key);
        standIn("production", "deputy");
        release.pause(key, "The database is slow.", "deputy");
        assertThat(release.acts(key))
                .extracting(ReleaseAct::act, ReleaseAct::acting)
                .contains(tuple(ReleaseAct.Act.PAUSE, new Acting("deputy", "production")));
        assertThat(last(key).act()).isEqualTo("Paused the go-live, as deputy for Production");
        clock.set(clock.instant().plus(java.time.Duration.ofDays(1)));
        refuseToPause(key);
    }

    private void refuseToPause(GoLiveKey key) {
        assertRefused(Code.NOT_ALLOWED, () -> release.pause(key, "The database is slow.", "deputy"))
                .contains("Only the production owner");
    }

    /** Outside of the roles that sign, somebody may hold a role and stand for another one. */
    @Test
    void aSupportOwnerMaySignForTheBusinessOwner() {
        var key = rehearsal.inSignOff();
        standIn("business", "support");
        sign(key, Role.BUSINESS, "support");
        assertThat(signOff(key, Role.BUSINESS).onBehalfOf()).isEqualTo("business");
        assertThat(rehearsal.goLive(key).phase()).isEqualTo(Phase.SIGN_OFF);
    }

    private org.assertj.core.api.AbstractStringAssert<?> refused(GoLiveKey key, Role role, String person) {
        var before = round.of(key).stream().map(SignOff::state).toList();
        var entries = timeline.of(key).size();
        var words = assertRefused(Code.NOT_ALLOWED, () -> sign(key, role, person));
        assertThat(round.of(key)).extracting(SignOff::state).isEqualTo(before);
        assertThat(timeline.of(key)).hasSize(entries);
        return words;
    }

    private void sign(GoLiveKey key, Role role, String person) {
        signatures.approve(key, role, rehearsal.approval(key, role), person);
    }

    private SignOff signOff(GoLiveKey key, Role role) {
        return round.current(key).stream()
                .filter(each -> each.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private TimelineEntry last(GoLiveKey key) {
        var entries = timeline.of(key);
        return entries.get(entries.size() - 1);
    }

    private Deputy standIn(String principal, String deputy) {
        return standIn(principal, deputy, "2026-03-02", "2026-03-02");
    }

    private Deputy standIn(String principal, String deputy, String first, String last) {
        var period = new Period(LocalDate.parse(first), LocalDate.parse(last), ZoneOffset.UTC);
        return deputies.name(new Deputies.Naming(principal, deputy, period, null), principal);
    }
}
