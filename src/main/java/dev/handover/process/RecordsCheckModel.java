package dev.handover.process;

import java.util.List;

/** Names shared with {@code bpmn/records-check.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class RecordsCheckModel {

    static final String KEY = "records-check";

    /** Bean that says when it is time by itself: an ISO-8601 repetition. */
    static final String NIGHTLY = "nightlyRecordsCheck";

    enum Element {
        StartEvent_NightComes,
        ServiceTask_ReadBackEvidence,
        Gateway_EvidenceRead,
        ServiceTask_VerifyAuditLogs,
        Gateway_LogsVerified,
        ServiceTask_EndRecordsCheck,
        Gateway_RecordsSound,
        EndEvent_RecordsSound,
        ServiceTask_WaitUntilMended,
        EndEvent_RecordsMended
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String READ_BACK_EVIDENCE = "readBackEvidence";
        static final String VERIFY_AUDIT_LOGS = "verifyAuditLogs";
        static final String END_RECORDS_CHECK = "endRecordsCheck";
        static final String WAIT_UNTIL_MENDED = "waitUntilMended";
        static final List<String> ALL =
                List.of(READ_BACK_EVIDENCE, VERIFY_AUDIT_LOGS, END_RECORDS_CHECK, WAIT_UNTIL_MENDED);

        private Delegates() {}
    }

    /** True once all contents of evidence were read back. */
    static final ProcessVariable<Boolean> EVIDENCE_READ = ProcessVariable.flag("evidenceRead");

    /** True once all audit logs were verified. */
    static final ProcessVariable<Boolean> LOGS_VERIFIED = ProcessVariable.flag("logsVerified");

    /** True if this check found nothing. */
    static final ProcessVariable<Boolean> RECORDS_SOUND = ProcessVariable.flag("recordsSound");

    static final List<ProcessVariable<?>> VARIABLES = List.of(EVIDENCE_READ, LOGS_VERIFIED, RECORDS_SOUND);

    private RecordsCheckModel() {}
}
