package dev.handover.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Step;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a step is open again, for pages and for mails. */
class StepProgressTests {

    private static final String WORDS = "Rolled back: Too slow.";

    private final StepProgress progress = new StepProgress(new GoLiveKey("aurora-production-1"), Step.ACCESS);

    @Test
    void aStepThatWasNeverOpenedAgainHasNoReason() {
        assertThat(progress.because()).isNull();
        assertThat(progress.becauseSaid()).isEmpty();
    }

    @Test
    void theReasonIsKeptForPagesAndForMails() {
        progress.reopen(new Because(WORDS, List.of(Phrase.of("rolled-back", "Too slow."))), Instant.EPOCH);

        assertThat(progress.because()).isEqualTo(WORDS);
        assertThat(progress.becauseSaid()).containsExactly(Phrase.of("rolled-back", "Too slow."));
    }

    @Test
    void aReasonFromBeforeThereWerePhrasesIsToldAsItWasWritten() {
        progress.reopen(new Because(WORDS, List.of()), Instant.EPOCH);

        assertThat(progress.becauseSaid()).containsExactly(Phrase.written(WORDS));
    }
}
