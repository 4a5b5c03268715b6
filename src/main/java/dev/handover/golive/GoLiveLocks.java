package dev.handover.golive;

import dev.handover.shared.GoLiveKey;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One act at a time on each go-live: whoever changes anything that belongs to it holds its row until the transaction ends,
 * and judges by what stands then. Taken before anything else is read, so that nobody decides on what has just changed.
 */
@Component
class GoLiveLocks {

    private final EntityManager entities;

    GoLiveLocks(EntityManager entities) {
        this.entities = entities;
    }

    /** Waits for who holds it. Rows that only refer to the go-live can still be added by others. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(GoLiveKey key) {
        entities.flush();
        entities.createNativeQuery("select 1 from go_live where key = :key for no key update", Integer.class)
                .setParameter("key", key.value())
                .getResultList();
        var known = entities.find(GoLive.class, key.value());
        if (known != null) {
            entities.refresh(known); // it may have been read before it was ours
        }
    }
}
