package dev.handover.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** Why an approval does not stand any more, for pages and for mails. */
class OutdatedSignOffTests {

    private static final Loss CHANGED = new Loss("It changed.", Phrase.of("evidence-another"));

    private final SignOff signOff = new SignOff(new GoLiveKey("aurora-production-1"), Role.CHANGE, 1, Instant.EPOCH);

    @Test
    void theReasonsAreKeptForPagesAndForMails() {
        signOff.outdate(List.of(CHANGED, SignOffRound.ASKED_ANEW), Instant.EPOCH);

        assertThat(signOff.outdatedBecause()).containsExactly("It changed.", SignOffRound.ASKED_ANEW.line());
        assertThat(signOff.outdatedSaid()).containsExactly(Phrase.of("evidence-another"), Phrase.of("asked-anew"));
        assertThat(signOff.wasTakenBack()).isTrue();
    }

    @Test
    void anApprovalThatIsOnlyAskedForAnewWasNotTakenBack() {
        assertThat(signOff.wasTakenBack()).isFalse();
        signOff.outdate(List.of(SignOffRound.ASKED_ANEW), Instant.EPOCH);
        assertThat(signOff.wasTakenBack()).isFalse();
    }

    @Test
    void reasonsFromBeforeThereWerePhrasesAreToldAsTheyWereWritten() {
        signOff.outdate(List.of(CHANGED), Instant.EPOCH);
        ReflectionTestUtils.setField(signOff, "outdatedSaid", List.of());

        assertThat(signOff.outdatedSaid()).containsExactly(Phrase.written("It changed."));
    }
}
