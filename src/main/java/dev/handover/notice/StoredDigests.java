package dev.handover.notice;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All digests. */
interface StoredDigests extends Repository<Digest, UUID> {

    /** @return 1 if it was added, 0 if it was there */
    @Modifying
    @Query(value = """
                    insert into digest (id, recipient, due, state) values (:id, :recipient, :due, 'WAITING')
                    on conflict do nothing
                    """, nativeQuery = true)
    int addIfAbsent(UUID id, String recipient, Instant due);

    /** Keeps it from being sent until what was put into it is there; others may put something into it meanwhile. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select d from Digest d where d.id = :id")
    Optional<Digest> share(UUID id);

    /** Waits for whoever is putting something into it or sending it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Digest d where d.id = :id")
    Optional<Digest> lock(UUID id);

    /** When the person's next digest is sent, if one is begun for that time or before. */
    @Query("""
            select min(d.due) from Digest d
            where d.recipient = :recipient and d.state = WAITING and d.due > :now and d.due <= :until
            """)
    Optional<Instant> nextBegun(String recipient, Instant now, Instant until);
}
