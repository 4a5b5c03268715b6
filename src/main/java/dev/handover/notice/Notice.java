package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** One notice to one recipient. Rows are added by {@link StoredNotices#addIfAbsent}. */
@Entity
@Table(name = "notice")
class Notice {

    @Id
    private UUID id;

    private String goLive;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String subject;
    private String recipient;
    private int sequence;

    @Convert(converter = FactsConverter.class)
    private Facts facts;

    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private NoticeState state;

    /** Id of the digest it waits for; null for a mail of its own. */
    private UUID digest;

    private Instant settledAt;
    private String sentTo;
    private String explanation;

    @Version
    @Column(name = "row_version")
    private int version;

    protected Notice() {}

    UUID id() {
        return id;
    }

    GoLiveKey goLive() {
        return new GoLiveKey(goLive);
    }

    NoticeKind kind() {
        return kind;
    }

    Instant createdAt() {
        return createdAt;
    }

    String recipient() {
        return recipient;
    }

    Facts facts() {
        return facts;
    }

    /** True if it asks a recipient of that task in that task, handed over as it is now. */
    boolean asksIn(TaskNotice task) {
        return task.taskId().equals(facts.taskId())
                && task.handing() == sequence
                && task.recipients().contains(recipient);
    }

    String subject() {
        return subject;
    }

    int sequence() {
        return sequence;
    }

    boolean isGivenUp() {
        return state == NoticeState.UNDELIVERABLE;
    }

    boolean isWaiting() {
        return state == NoticeState.WAITING;
    }

    /** Its task is not the recipient's: should it come to them, they are asked by a notice of its own. */
    void dropTask() {
        this.facts = facts.withoutTask();
    }

    /** It waits for a digest. */
    void collect(UUID digest) {
        this.digest = digest;
    }

    /** The mail server has taken it for that address. */
    void sent(String address, Instant at) {
        settle(NoticeState.SENT, at, null);
        this.sentTo = address;
    }

    /** It is not sent because there is nothing to tell any more. */
    void skip(String reason, Instant at) {
        settle(NoticeState.SKIPPED, at, reason);
    }

    /** It cannot be sent, and trying again would not help until somebody mends the cause. */
    void giveUp(String reason, Instant at) {
        settle(NoticeState.UNDELIVERABLE, at, reason);
    }

    /** The cause was mended: it waits again, as a mail of its own. */
    void waitAgain() {
        this.state = NoticeState.WAITING;
        this.digest = null;
        this.settledAt = null;
        this.explanation = null;
    }

    private void settle(NoticeState state, Instant at, String explanation) {
        this.state = state;
        this.settledAt = at;
        this.explanation = explanation;
    }

    NoticeView view() {
        return new NoticeView(
                id,
                goLive(),
                kind,
                facts.taskName(),
                recipient,
                sequence,
                createdAt,
                state,
                settledAt,
                sentTo,
                explanation);
    }
}
