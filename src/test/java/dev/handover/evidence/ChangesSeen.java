package dev.handover.evidence;

import dev.handover.shared.GoLiveKey;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects the events of the module, and insists that each comes within a transaction. */
@TestComponent
public class ChangesSeen {

    private final Queue<EvidenceChanged> seen = new ConcurrentLinkedQueue<>();

    @EventListener
    void on(EvidenceChanged change) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("published outside of the transaction that records it");
        }
        if (change.by().equals("saboteur")) {
            throw new IllegalStateException("a listener of the same transaction failed");
        }
        seen.add(change);
    }

    /** How often something was told of that go-live. */
    long eventsOf(GoLiveKey goLive) {
        return seen.stream().filter(change -> change.goLive().equals(goLive)).count();
    }

    /** Of that go-live, in order. */
    List<EvidenceChanged.Change> of(GoLiveKey goLive) {
        return seen.stream()
                .filter(change -> change.goLive().equals(goLive))
                .flatMap(change -> change.changes().stream())
                .toList();
    }
}
