package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that is told while a digest is sent gets lost. */
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DigestLockTests extends NoticeModuleTest {

    @Autowired
    private PlatformTransactionManager transactions;

    @AfterEach
    void leaveNothing() {
        jdbc.update("delete from notice where go_live = ?", goLive.value());
        world.begun.keySet().forEach(digest -> jdbc.update("delete from digest where id = ?", digest));
    }

    @Test
    void aDigestWaitsForWhatIsJustPutIntoIt() throws Exception {
        remind("first");
        var jobs = Executors.newSingleThreadExecutor();
        try {
            var sent = new TransactionTemplate(transactions).execute(transaction -> {
                remind("second");
                var sending = jobs.submit(() -> digests.send(digest()));
                assertThatThrownBy(() -> sending.get(700, TimeUnit.MILLISECONDS))
                        .isInstanceOf(TimeoutException.class);
                return sending;
            });
            sent.get(30, TimeUnit.SECONDS);
        } finally {
            jobs.shutdownNow();
        }

        assertThat(text(delivered())).contains("?task=first", "?task=second");
    }

    @Test
    void whatFailsAfterTheServerHasTakenADigestIsSentAgainUnderTheSameMessageId() throws Exception {
        remind("first");
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            digests.send(digest());
            transaction.setRollbackOnly();
        });

        digests.send(digest());
        digests.send(digest());

        var messages = mailServer.getReceivedMessages();
        assertThat(messages).hasSize(2);
        assertThat(messages[0].getMessageID())
                .isEqualTo(messages[1].getMessageID())
                .isEqualTo("<digest-%s@handover.example>".formatted(digest()));
    }

    private void remind(String task) {
        notices.tell(
                goLive, NoticeKind.REMINDER, List.of("business"), about(task).build());
    }

    private UUID digest() {
        return world.begun.keySet().iterator().next();
    }
}
