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
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DomainTest
class SubmissionTests {

    @Autowired
    private Submission submission;

    @Autowired
    private GoLiveRegister register;

    @Autowired
    private Timeline timeline;

    @Autowired
    private HandoffProcess process;

    @Test
    void anAcceptedPlanBecomesAGoLiveAndItsProcessStarts() {
        var goLive = submission.submit(Rehearsal.plan(), "requester");
        assertThat(goLive.key().value()).matches("aurora-production-\\d+");
        assertThat(goLive.createdAt()).isEqualTo(TestClock.START);
        assertThat(goLive.requester()).isEqualTo("requester");
        assertThat(register.people(goLive.key()))
                .filteredOn(each -> each.state() == State.ACCEPTED)
                .extracting(Participant::role)
                .containsExactly(Role.REQUESTER, Role.VALIDATOR);
        assertThat(timeline.of(goLive.key())).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("Submitted the plan");
            assertThat(entry.at()).isEqualTo(TestClock.START);
        });
        then(process).should().start(goLive.key());
    }

    @Test
    void eachGoLiveHasANumberOfItsOwn() {
        var first = submission.submit(Rehearsal.plan(), "requester");
        var second = submission.submit(later(), "requester");
        assertThat(second.key()).isNotEqualTo(first.key());
    }

    @Test
    void oneThatAProcessInstanceBroughtAlongStartsNoOther() {
        submission.register(Rehearsal.plan(), "requester");
        then(process).should(never()).start(any());
    }

    @Test
    void theSameEnvironmentAndWindowAreTakenOnce() {
        var first = submission.submit(Rehearsal.plan(), "requester");
        assertRefused(Code.CONFLICT, () -> submission.submit(Rehearsal.plan(), "requester"))
                .contains(first.key().value());
        assertRefused(Code.CONFLICT, () -> submission.check(Rehearsal.plan(), "requester"));
    }

    @Test
    void aTrialSaysWhatASubmissionWouldSayAndRecordsNothing() {
        var plan = submission.check(Rehearsal.plan(), "requester");
        assertThat(plan.customer().name()).isEqualTo("Aurora Works");
        assertThat(register.list("requester", true, new GoLiveRegister.Query(null, null, 0, 10))
                        .getTotalElements())
                .isZero();
        assertThatThrownBy(() -> submission.check(Rehearsal.plan(), "business"))
                .as("whoever submits never signs")
                .isInstanceOf(InvalidPlan.class);
    }

    private static String later() {
        return Rehearsal.plan().replace("start: PT20M", "start: PT10H").replace("end: PT4H20M", "end: PT12H");
    }
}
