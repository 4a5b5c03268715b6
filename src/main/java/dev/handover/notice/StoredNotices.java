package dev.handover.notice;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notices. */
interface StoredNotices extends Repository<Notice, UUID> {

    /**
     * Adds a notice unless the same thing was told to the same person before, in this transaction or in any other.
     *
     * @return 1 if it was added, 0 if it was there
     */
    @Modifying
    @Query(value = """
                    insert into notice (id, go_live, kind, subject, recipient, sequence, facts, created_at, state)
                    values (:id, :goLive, :kind, :subject, :recipient, :sequence, :facts, :now, 'WAITING')
                    on conflict do nothing
                    """, nativeQuery = true)
    int addIfAbsent(
            UUID id,
            String goLive,
            String kind,
            String subject,
            String recipient,
            int sequence,
            String facts,
            Instant now);

    /** Waits for a job that is sending it, so that two jobs never send at the same time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from Notice n where n.id = :id")
    Optional<Notice> lock(UUID id);

    /** True if the same person was told of the same thing again after that. */
    boolean existsByGoLiveAndKindAndSubjectAndRecipientAndSequenceGreaterThan(
            String goLive, NoticeKind kind, String subject, String recipient, int sequence);

    /** What was told of something, to whomever. */
    List<Notice> findByGoLiveAndKindAndSubject(String goLive, NoticeKind kind, String subject);

    List<Notice> findByGoLiveOrderByCreatedAtDesc(String goLive, Limit limit);

    List<Notice> findByStateOrderBySettledAtDesc(NoticeState state, Limit limit);

    List<Notice> findByGoLiveAndStateOrderBySettledAtDesc(String goLive, NoticeState state, Limit limit);

    /** What waits for a digest, or was in it, the oldest first. */
    List<Notice> findByDigestOrderByCreatedAt(UUID digest);

    /** Mails of their own to a person, sent or about to be, told after that moment. */
    @Query("""
            select new dev.handover.notice.RecentMails(count(n), min(n.createdAt)) from Notice n
            where n.recipient = :recipient and n.digest is null and n.createdAt > :since and n.state in (WAITING, SENT)
            """)
    RecentMails mailsSince(String recipient, Instant since);
}
