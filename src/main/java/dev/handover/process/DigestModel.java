package dev.handover.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Names shared with {@code bpmn/digest.bpmn}; {@code ModelVocabularyTests} fails if the two differ. */
final class DigestModel {

    static final String KEY = "digest";

    enum Element {
        StartEvent_DigestBegun,
        IntermediateEvent_DigestDue,
        ServiceTask_SendDigest,
        EndEvent_DigestSent
    }

    /** Beans of the service tasks, named like them. */
    static final class Delegates {
        static final String SEND_DIGEST = "sendDigest";
        static final List<String> ALL = List.of(SEND_DIGEST);

        private Delegates() {}
    }

    /** Id of the digest to send. */
    static final ProcessVariable<UUID> DIGEST =
            new ProcessVariable<>("digest", UUID::toString, value -> UUID.fromString((String) value));

    /** When it is sent. */
    static final ProcessVariable<Instant> DIGEST_DUE = ProcessVariable.instant("digestDue");

    static final List<ProcessVariable<?>> VARIABLES = List.of(DIGEST, DIGEST_DUE);

    private DigestModel() {}
}
