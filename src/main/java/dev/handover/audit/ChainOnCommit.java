package dev.handover.audit;

import dev.handover.shared.GoLiveKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Adds what a transaction has recorded to the chains, as the last thing before it commits: the end of a chain is held for a few
 * milliseconds, not for as long as somebody's transaction takes. Always in the order of keys, so that two transactions that
 * record in several go-lives never wait for each other.
 */
final class ChainOnCommit implements TransactionSynchronization {

    private final AuditChain chain;
    private final Runnable flush;
    private final SortedMap<GoLiveKey, List<Long>> added = new TreeMap<>(Comparator.comparing(GoLiveKey::value));
    private boolean linked;

    private ChainOnCommit(AuditChain chain, Runnable flush) {
        this.chain = chain;
        this.flush = flush;
    }

    /**
     * The one of the current transaction.
     *
     * @param flush writes what the transaction has saved but not sent yet; done before a chain is held
     * @throws IllegalStateException outside of a transaction
     */
    static ChainOnCommit current(AuditChain chain, Runnable flush) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(ChainOnCommit.class::isInstance)
                .map(ChainOnCommit.class::cast)
                .findFirst()
                .orElseGet(() -> register(new ChainOnCommit(chain, flush)));
    }

    private static ChainOnCommit register(ChainOnCommit synchronization) {
        TransactionSynchronizationManager.registerSynchronization(synchronization);
        return synchronization;
    }

    /** Others may still record while they finish the transaction: what comes late is added at once. */
    void add(GoLiveKey goLive, long entry) {
        if (linked) {
            chain.extend(goLive, List.of(entry));
        } else {
            added.computeIfAbsent(goLive, key -> new ArrayList<>()).add(entry);
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        flush.run();
        linked = true;
        added.forEach(chain::extend);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
