package dev.handover.board.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.handover.signoff.SignOff;
import dev.handover.signoff.SignOff.State;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ValidityTests {

    private static Instant at(int minute) {
        return Instant.parse("2026-03-02T10:00:00Z").plusSeconds(60L * minute);
    }

    private static SignOff round(State state, Integer asked, Integer decided, Integer outdated) {
        var round = mock(SignOff.class);
        given(round.state()).willReturn(state);
        given(round.askedAt()).willReturn(at(asked));
        given(round.decidedAt()).willReturn(decided == null ? null : at(decided));
        given(round.outdatedAt()).willReturn(outdated == null ? null : at(outdated));
        return round;
    }

    private static List<Tuple> spans(SignOff... rounds) {
        return Validity.of(List.of(rounds), at(100)).stream()
                .map(each -> Tuple.tuple(each.state(), each.from(), each.to()))
                .toList();
    }

    @Test
    void approvedOutdatedRejectedAndApprovedAgainIsOneStoryWithoutGaps() {
        assertThat(spans(
                        round(State.OUTDATED, 0, 10, 30),
                        round(State.REJECTED, 35, 40, null),
                        round(State.APPROVED, 60, 70, null)))
                .containsExactly(
                        Tuple.tuple(State.PENDING, at(0), at(10)),
                        Tuple.tuple(State.APPROVED, at(10), at(30)),
                        Tuple.tuple(State.OUTDATED, at(30), at(35)),
                        Tuple.tuple(State.PENDING, at(35), at(40)),
                        Tuple.tuple(State.REJECTED, at(40), at(60)),
                        Tuple.tuple(State.PENDING, at(60), at(70)),
                        Tuple.tuple(State.APPROVED, at(70), at(100)));
    }

    @Test
    void whatIsStillAskedForLastsUntilNow() {
        assertThat(spans(round(State.PENDING, 20, null, null)))
                .containsExactly(Tuple.tuple(State.PENDING, at(20), at(100)));
    }

    @Test
    void anApprovalOfWhichNobodyKnowsWhenItFellLastsUntilItIsAskedForAgain() {
        assertThat(spans(round(State.OUTDATED, 0, 10, null), round(State.PENDING, 50, null, null)))
                .containsExactly(
                        Tuple.tuple(State.PENDING, at(0), at(10)),
                        Tuple.tuple(State.APPROVED, at(10), at(50)),
                        Tuple.tuple(State.PENDING, at(50), at(100)));
    }
}
