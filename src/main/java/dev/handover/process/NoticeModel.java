package dev.handover.process;

import java.util.List;
import java.util.UUID;

/** Names shared with {@code bpmn/notice.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class NoticeModel {

    static final String KEY = "notice";

    enum Element {
        StartEvent_NoticeRequested,
        ServiceTask_SendEmail,
        EndEvent_Sent
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String SEND_EMAIL = "sendEmail";
        static final List<String> ALL = List.of(SEND_EMAIL);

        private Delegates() {}
    }

    /** Id of the notice to send. */
    static final ProcessVariable<UUID> NOTICE =
            new ProcessVariable<>("notice", UUID::toString, value -> UUID.fromString((String) value));

    static final List<ProcessVariable<?>> VARIABLES = List.of(NOTICE);

    private NoticeModel() {}
}
