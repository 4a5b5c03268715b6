package dev.handover.process;

import static dev.handover.process.CloseModel.Delegates.RECORD_HANDOVER;
import static dev.handover.process.CloseModel.Delegates.SEND_CLOSING_NOTICES;
import static dev.handover.process.CloseModel.Delegates.WRITE_HANDOVER_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloseWalkTests extends ModelWalkTest {

    CloseWalkTests() {
        super(Model.CLOSE);
    }

    @Test
    void theReportIsWrittenBeforeTheHandoverIsRecordedAndTold() {
        var instance = start(model);
        assertThat(standIns.called()).containsExactly(WRITE_HANDOVER_REPORT, RECORD_HANDOVER, SEND_CLOSING_NOTICES);
        assertThat(isRunning(instance)).isFalse();
    }
}
