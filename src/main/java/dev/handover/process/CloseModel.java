package dev.handover.process;

import java.util.List;

/** Names shared with {@code bpmn/close.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class CloseModel {

    static final String KEY = "close";

    enum Element {
        StartEvent_CloseStarted,
        ServiceTask_WriteHandoverReport,
        ServiceTask_RecordHandover,
        ServiceTask_SendClosingNotices,
        EndEvent_Closed
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String WRITE_HANDOVER_REPORT = "writeHandoverReport";
        static final String RECORD_HANDOVER = "recordHandover";
        static final String SEND_CLOSING_NOTICES = "sendClosingNotices";
        static final List<String> ALL = List.of(WRITE_HANDOVER_REPORT, RECORD_HANDOVER, SEND_CLOSING_NOTICES);

        private Delegates() {}
    }

    private CloseModel() {}
}
