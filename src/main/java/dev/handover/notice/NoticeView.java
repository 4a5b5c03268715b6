package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A notice as pages and reports show it.
 *
 * @param about name of the task it is about; null for another kind
 * @param recipient user id
 * @param sequence 0 for the first about its subject, then counting; of a task, which handing-over it is
 * @param settledAt when it was sent, skipped or given up; null while it waits
 * @param sentTo address the mail server took it for; null unless it was sent
 * @param explanation why it was skipped or given up; else null
 */
public record NoticeView(
        UUID id,
        GoLiveKey goLive,
        NoticeKind kind,
        String about,
        String recipient,
        int sequence,
        Instant createdAt,
        NoticeState state,
        Instant settledAt,
        String sentTo,
        String explanation) {}
