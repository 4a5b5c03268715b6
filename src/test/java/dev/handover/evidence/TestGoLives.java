package dev.handover.evidence;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Refusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Go-lives to hang evidence on. The requester may add, the auditor may read, the outsider sees nothing. */
@TestComponent
public class TestGoLives implements EvidenceAccess {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Set<GoLiveKey> open = ConcurrentHashMap.newKeySet();
    private final Set<GoLiveKey> finished = ConcurrentHashMap.newKeySet();

    TestGoLives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new go-live without evidence. */
    public GoLiveKey create() {
        var key = new GoLiveKey("evidence-test-" + NUMBER.incrementAndGet());
        jdbc.sql("""
                        insert into go_live (key, title, customer_id, customer_name, environment_label, environment_tenant,
                            environment_url, requester, phase, plan_version, window_start, window_end, zone, created_at, row_version)
                        values (?, 'Test', 'aurora', 'Aurora Works', 'production', 'aurora-prod', 'http://localhost:8090',
                            'requester', 'VALIDATION', 1, now(), now() + interval '1 hour', 'UTC', now(), 0)
                        """).param(key.value()).update();
        open.add(key);
        return key;
    }

    /** Lets the go-live take no more evidence. */
    public void finish(GoLiveKey key) {
        finished.add(key);
    }

    @Override
    public void checkMayRead(GoLiveKey goLive) {
        if (!open.contains(goLive) || person().equals("outsider")) {
            throw Refusal.notFound("go-live", goLive);
        }
    }

    @Override
    public void checkMayAdd(GoLiveKey goLive) {
        checkMayRead(goLive);
        if (!person().equals("requester")) {
            throw Refusal.notAllowed("Only the people of the go-live add evidence to it.");
        }
        checkOpen(goLive);
    }

    @Override
    public void checkOpen(GoLiveKey goLive) {
        if (!open.contains(goLive)) {
            throw Refusal.notFound("go-live", goLive);
        }
        if (finished.contains(goLive)) {
            throw Refusal.wrongPhase("The go-live is finished. Its evidence stays as it is.");
        }
    }

    private static String person() {
        return SecurityContextHolder.getContext().getAuthentication().getName();
    }
}
