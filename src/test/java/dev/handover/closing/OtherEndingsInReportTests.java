package dev.handover.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.golive.OwnerRoles;
import dev.handover.golive.Progress;
import dev.handover.release.Release;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import dev.handover.shared.Role;
import dev.handover.shared.SignalKind;
import dev.handover.shared.Step;
import dev.handover.signoff.SignOffRound;
import dev.handover.signoff.Signatures;
import dev.handover.stabilization.BreachResponse;
import dev.handover.stabilization.StabilizationPeriod;
import dev.handover.validation.Because;
import dev.handover.validation.StepConfirmations;
import dev.handover.validation.ValidationSteps;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the report says of handoffs that did not go straight to their end. */
@ClosingTest
class OtherEndingsInReportTests {

    @Autowired
    private Story story;

    @Autowired
    private HandoverReport reports;

    @Autowired
    private OwnerRoles owners;

    @Autowired
    private Progress progress;

    @Autowired
    private ValidationSteps steps;

    @Autowired
    private SignOffRound signOffs;

    @Autowired
    private Signatures signatures;

    @Autowired
    private StepConfirmations confirmations;

    @Autowired
    private Release release;

    @Autowired
    private StabilizationPeriod period;

    @Autowired
    private BreachResponse breaches;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void declinedRoleAndItsNewHolderAreBothNamed() {
        var key = story.submitted();
        owners.decline(key, Role.SUPPORT, "On leave from Monday.", "support");
        assertThat(words(key)).contains("Support owner Susan Sauer (support) Declined On leave from Monday.");

        owners.name(key, Role.SUPPORT, "validator", "requester");
        owners.accept(key, Role.SUPPORT, "validator");

        assertThat(words(key))
                .contains("Support owner Vera Valid (validator) Accepted")
                .contains("Susan Sauer (support) Declined the role of support owner On leave from Monday.");
    }

    @Test
    void withdrawnGoLiveSaysWhy() {
        var key = story.submitted();
        transaction.executeWithoutResult(status -> progress.withdraw(key, "Customer postponed.", "requester"));

        assertThat(words(key))
                .contains("Withdrawn Interim report")
                .contains("Rita Requardt (requester) Withdrew the go-live Customer postponed.");
    }

    @Test
    void reopenedStepIsOpenAgainAndSaysWhy() {
        var key = story.validated();
        steps.reopen(
                key, java.util.Set.of(Step.INTEGRATIONS), new Because("Connector was replaced", List.of()), "support");

        assertThat(words(key))
                .contains(
                        "Validate connectors, imports, API keys, and scheduled jobs included in go-live Open Connector was replaced");
    }

    @Test
    void stepThatAPersonRefusedIsBlockedByABlocker() {
        var key = story.validated();
        steps.reopen(key, java.util.Set.of(Step.WORKFLOWS), new Because("Again", List.of()), "support");
        story.check(key, Step.WORKFLOWS);
        confirmations.reject(key, Step.WORKFLOWS, "Orders vanish.", "validator");

        assertThat(words(key))
                .contains(
                        "Not confirmed: Validate target product workflows with representative users Step: Validate target product workflows with representative users Orders vanish. Vera Valid (validator)")
                .contains("1 of 2 blockers resolved");
    }

    @Test
    void rejectionNamesTheStepItSendsBackTo() {
        var key = story.validated();
        story.enter(key, Phase.SIGN_OFF);
        signOffs.ask(key);
        signatures.reject(key, Role.BUSINESS, "Figures are wrong.", Step.WORKFLOWS, "business");

        assertThat(words(key))
                .contains(
                        "Business acceptance owner round 1 Rejected Back to: Validate target product workflows with representative users Figures are wrong. Bianca Berg (business)")
                .contains("Rejected, round 1 Figures are wrong. The evidence of that time")
                .contains("Change approval owner round 1 Asked for")
                .contains("Nobody signed on conditions.");
    }

    @Test
    void missedPausedAndRolledBackWindowsAreAllTold() {
        var key = story.signed();
        story.enter(key, Phase.RELEASE);
        release.releaseAtCutOff(key);
        release.miss(key);
        release.pause(key, "Network is down.", "production");
        release.resolveHold(key, "Network is back.", "production");
        release.resume(key, null, "production");
        release.rollBack(key, "Orders were lost.", "production");

        assertThat(words(key))
                .contains("Window given up at the cut-off Handover, by itself")
                .contains("Window missed Handover, by itself")
                .contains("Paused Network is down. Paul Prodan (production)")
                .contains("Hold resolved Network is back.")
                .contains("Resumed Paul Prodan (production)")
                .contains("Rolled back Orders were lost.")
                .contains("Production owner Rolled back Orders were lost. Gates, criteria and the window");
    }

    @Test
    void newWindowIsToldWithTheOneItReplaces() {
        var key = story.signed();
        var goLive = story.goLive(key);
        transaction.executeWithoutResult(status -> release.proposeWindow(
                key,
                goLive.windowStart().plus(Duration.ofDays(7)),
                goLive.windowEnd().plus(Duration.ofDays(7)),
                "Freeze of the customer.",
                "requester"));

        assertThat(words(key))
                .contains("New window proposed Freeze of the customer. Rita Requardt (requester)")
                .contains("Moved the release window");
    }

    @Test
    void rollBackAfterTheGoLiveIsTold() {
        var key = story.live();
        story.enter(key, Phase.STABILIZATION);
        period.start(key);
        period.extend(key, Duration.ofDays(3), "customer", "Holidays.");
        story.record(key, SignalKind.SIGN_IN_FAILURES, 400);
        breaches.askRollBack(key, SignalKind.SIGN_IN_FAILURES, "support", "Nobody can sign in.");
        assertThat(words(key))
                .contains("Sign-in failures per hour Breach 400")
                .contains("Sign-in failures 1, highest 400");
        breaches.stayLive(key, "production", "Identity provider is back.");
        story.record(key, SignalKind.SIGN_IN_FAILURES, 500);
        breaches.rollBack(key, "production", "It came back.");
        story.enter(key, Phase.ROLLED_BACK);

        assertThat(words(key))
                .contains("Rolled back Interim report")
                .contains("Period extended until")
                .contains("Customer owner Period extended Holidays. Signals and exceptions")
                .contains("Support owner Asked to roll back: Sign-in failures Nobody can sign in.")
                .contains("Production owner Stayed live Identity provider is back.")
                .contains("Production owner Rolled back It came back.");
    }

    private String words(GoLiveKey key) {
        return ReportWords.of(reports.of(key));
    }
}
