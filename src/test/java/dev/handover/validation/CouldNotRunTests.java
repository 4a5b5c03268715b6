package dev.handover.validation;

import static dev.handover.Rehearsal.failed;
import static dev.handover.Rehearsal.inconclusive;
import static dev.handover.Rehearsal.passed;
import static dev.handover.checks.Symptom.CHECK_COULD_NOT_RUN;
import static dev.handover.checks.Symptom.CHECK_NOT_PERMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.BDDMockito.given;

import dev.handover.DomainTest;
import dev.handover.Rehearsal;
import dev.handover.TestClock;
import dev.handover.checks.CheckRequest;
import dev.handover.checks.CheckResult;
import dev.handover.checks.CheckRunner;
import dev.handover.checks.Symptom;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Step;
import dev.handover.validation.StepChecks.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A check that could not run says nothing about the customer's system, and is tried again before anybody is asked. */
@DomainTest
class CouldNotRunTests {

    private static final String LINK = "integration-erp-orders";
    private static final String KEY = "integration-erp-key";

    @Autowired
    private Rehearsal rehearsal;

    @Autowired
    private StepChecks checks;

    @Autowired
    private StepBlockers stepBlockers;

    @Autowired
    private Blockers blockers;

    @Autowired
    private ValidationSteps steps;

    @Autowired
    private CheckRunner runner;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestClock clock;

    private final List<String> asked = new ArrayList<>();
    private GoLiveKey key;

    @BeforeEach
    void validate() {
        key = rehearsal.inValidation();
    }

    private void finding(Function<CheckRequest, CheckResult> found) {
        rehearsal.finding(request -> {
            asked.add(request.id());
            return found.apply(request);
        });
    }

    private void unable(Symptom why, String... ids) {
        finding(request -> List.of(ids).contains(request.id()) ? inconclusive(request, why) : passed(request));
    }

    private Outcome run() {
        asked.clear();
        return checks.run(key, Step.INTEGRATIONS);
    }

    private StepProgress progress() {
        return steps.get(key, Step.INTEGRATIONS);
    }

    private Blocker blocker() {
        stepBlockers.open(key, Step.INTEGRATIONS);
        return stepBlockers.of(key, Step.INTEGRATIONS).orElseThrow();
    }

    @Test
    void isTriedAgainAfterEachOfTheIntervalsAndThenOpensABlocker() {
        unable(CHECK_COULD_NOT_RUN, LINK);
        for (var wait : List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10))) {
            assertThat(run()).isEqualTo(Outcome.COULD_NOT_RUN);
            assertThat(progress().state()).isEqualTo(StepProgress.State.WAITING_TO_TRY_AGAIN);
            assertThat(checks.tryAgainAt(key, Step.INTEGRATIONS))
                    .contains(clock.instant().plus(wait));
            assertThat(blockers.openOf(key)).isEmpty();
        }
        assertThat(run()).isEqualTo(Outcome.FAILED);
        assertThat(progress().state()).isEqualTo(StepProgress.State.BLOCKED);
        assertThat(checks.tryAgainAt(key, Step.INTEGRATIONS)).isEmpty();
    }

    @Test
    void onlyWhatCouldNotRunIsTriedAgain() {
        unable(CHECK_COULD_NOT_RUN, LINK);
        run();
        assertThat(asked).hasSizeGreaterThan(1);
        unable(CHECK_COULD_NOT_RUN);
        assertThat(run()).isEqualTo(Outcome.PASSED);
        assertThat(asked).containsExactly(LINK);
    }

    @Test
    void theBlockerSaysThatNothingIsKnownOfTheCustomersSystem() {
        unable(CHECK_NOT_PERMITTED, LINK);
        run();
        var blocker = blocker();
        assertThat(blocker.title()).startsWith("Could not be checked: ");
        assertThat(blocker.detail())
                .contains("says nothing about the customer's system", "no time was left")
                .doesNotContain("expected");
        assertThat(blocker.symptom()).isEqualTo("check-not-permitted");
    }

    @Test
    void whereOnlyAnAdministratorCanHelpNobodyWaits() {
        finding(request -> switch (request.id()) {
            case LINK -> inconclusive(request, CHECK_NOT_PERMITTED);
            case KEY -> inconclusive(request, CHECK_COULD_NOT_RUN);
            default -> passed(request);
        });
        assertThat(run()).isEqualTo(Outcome.FAILED);
        var blocker = blocker();
        assertThat(blocker.title()).startsWith("2 checks could not run, first: ");
        assertThat(blocker.symptom()).isEqualTo("check-not-permitted");
    }

    @Test
    void whatFailedOpensTheBlockerAtOnceAndTheOthersAreNamedApart() {
        finding(request -> switch (request.id()) {
            case LINK -> failed(request);
            case KEY -> inconclusive(request, CHECK_COULD_NOT_RUN);
            default -> passed(request);
        });
        assertThat(run()).isEqualTo(Outcome.FAILED);
        var blocker = blocker();
        assertThat(blocker.symptom()).isEqualTo("connectors-fail");
        assertThat(blocker.detail().lines()).hasSize(3);
        assertThat(blocker.detail().lines().toList().get(0)).contains("expected it works, observed it is broken");
        assertThat(blocker.detail().lines().toList().get(1)).startsWith("Could not be checked");
    }

    @Test
    void aReopenedStepCountsItsTriesAnew() {
        unable(CHECK_COULD_NOT_RUN, LINK);
        run();
        run();
        clock.forward(Duration.ofMinutes(1));
        steps.recheck(key, Step.INTEGRATIONS, "support");
        assertThat(progress().state()).isEqualTo(StepProgress.State.OPEN);
        assertThat(progress().tryAgainAt()).isNull();
        run();
        assertThat(checks.tryAgainAt(key, Step.INTEGRATIONS))
                .contains(clock.instant().plusSeconds(30));
    }

    @Test
    void aFailureThatHasGoneSettlesItsBlockerWhileTheRestIsTriedAgain() {
        finding(request -> request.id().equals(LINK) ? failed(request) : passed(request));
        run();
        blocker();
        unable(CHECK_COULD_NOT_RUN, LINK);
        assertThat(run()).isEqualTo(Outcome.COULD_NOT_RUN);
        assertThat(blockers.openOf(key)).isEmpty();
    }

    @Test
    void aRunIsWantedUntilTheStepIsReopenedOrTheGoLiveEnds() {
        var wanted = new ArrayList<Boolean>();
        given(runner.run(anyList(), any())).willAnswer(call -> {
            BooleanSupplier stillWanted = call.getArgument(1);
            wanted.add(stillWanted.getAsBoolean());
            jdbc.update(
                    "update step_progress set fresh_from = now() where go_live = ? and step = 'INTEGRATIONS'",
                    key.value());
            wanted.add(stillWanted.getAsBoolean());
            jdbc.update("update go_live set finished_at = now() where key = ?", key.value());
            wanted.add(stillWanted.getAsBoolean());
            throw new IllegalStateException("cut off");
        });
        jdbc.update(
                "insert into step_progress (go_live, step, state, fresh_from) values (?, 'INTEGRATIONS', 'OPEN', 'epoch')",
                key.value());
        assertThatThrownBy(this::run).hasMessage("cut off");
        assertThat(wanted).containsExactly(true, false, false);
    }
}
