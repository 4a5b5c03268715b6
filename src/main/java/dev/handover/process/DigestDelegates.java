package dev.handover.process;

import dev.handover.notice.DigestProcess;
import dev.handover.notice.Digests;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What stands behind {@code bpmn/digest.bpmn}. An instance belongs to a person, and so has no go-live as its business key. */
@Configuration(proxyBeanMethods = false)
class DigestDelegates {

    @Bean
    JavaDelegate sendDigest(@Lazy Digests digests) {
        return execution -> digests.send(DigestModel.DIGEST.get(execution));
    }

    @Bean
    DigestProcess digestProcess(RuntimeService runtime, IdentityService identity) {
        return (UUID digest, Instant due) -> Caller.asProcess(
                identity,
                () -> runtime.startProcessInstanceByKey(
                        DigestModel.KEY,
                        Map.of(
                                DigestModel.DIGEST.name(),
                                digest.toString(),
                                DigestModel.DIGEST_DUE.name(),
                                due.toString())));
    }
}
