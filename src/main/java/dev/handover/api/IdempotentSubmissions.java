package dev.handover.api;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.Submission;
import dev.handover.shared.Digest;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Submissions with an idempotency key: the same key and plan of the same user make one go-live, however often they are sent. */
@Service
class IdempotentSubmissions {

    private static final int LONGEST_KEY = 200;

    private final Submission submission;
    private final GoLiveRegister register;
    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentSubmissions(Submission submission, GoLiveRegister register, JdbcClient jdbc, Clock clock) {
        this.submission = submission;
        this.register = register;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param idempotencyKey null for a submission that may not be recognised again
     * @throws Refusal (conflict) if the key came with another plan before
     */
    @Transactional
    public GoLive submit(String document, String requester, String idempotencyKey) {
        if (idempotencyKey == null) {
            return submission.submit(document, requester);
        }
        if (idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY) {
            throw Refusal.invalidInput("An Idempotency-Key has 1 to %d characters.".formatted(LONGEST_KEY));
        }
        var digest = Digest.of(document).sha256();
        if (!take(idempotencyKey, requester, digest)) {
            return earlier(idempotencyKey, requester, digest);
        }
        var goLive = submission.submit(document, requester);
        jdbc.sql("update idempotent_submission set go_live = ? where user_id = ? and idempotency_key = ?")
                .params(goLive.key().value(), requester, idempotencyKey)
                .update();
        return goLive;
    }

    /** Waits for a simultaneous submission with the same key, if there is one, and is false if that one went through. */
    private boolean take(String idempotencyKey, String requester, String digest) {
        return jdbc.sql("""
                                insert into idempotent_submission (user_id, idempotency_key, request_sha256, created_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(requester, idempotencyKey, digest, Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private record Earlier(String requestSha256, String goLive) {}

    private GoLive earlier(String idempotencyKey, String requester, String digest) {
        var earlier = jdbc.sql(
                        "select request_sha256, go_live from idempotent_submission where user_id = ? and idempotency_key = ?")
                .params(requester, idempotencyKey)
                .query(Earlier.class)
                .single();
        if (!earlier.requestSha256().equals(digest)) {
            throw Refusal.conflict(
                    "This Idempotency-Key was used for another plan. Use a new key for a new submission.");
        }
        return register.get(new GoLiveKey(earlier.goLive()));
    }
}
