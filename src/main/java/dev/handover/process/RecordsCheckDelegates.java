package dev.handover.process;

import dev.handover.records.RecordsCheck;
import dev.handover.records.RecordsCheckProcess;
import java.time.LocalTime;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What stands behind {@code bpmn/records-check.bpmn}. A check is called like its process instance. */
@Configuration(proxyBeanMethods = false)
class RecordsCheckDelegates {

    private final RecordsCheck check;

    RecordsCheckDelegates(@Lazy RecordsCheck check) {
        this.check = check;
    }

    /**
     * An ISO-8601 repetition. By hours and not by the day: the engine counts days in the zone of the server, and an hour is lost or
     * won where clocks change.
     *
     * @param at {@code handover.records-check.at}, time of day in UTC
     */
    @Bean(RecordsCheckModel.NIGHTLY)
    String nightlyRecordsCheck(@Value("${handover.records-check.at}") String at) {
        return "R/2026-01-01T%s:00Z/PT24H".formatted(LocalTime.parse(at));
    }

    @Bean
    JavaDelegate readBackEvidence() {
        return execution -> RecordsCheckModel.EVIDENCE_READ.set(
                execution, check.readBackEvidence(execution.getProcessInstanceId()));
    }

    @Bean
    JavaDelegate verifyAuditLogs() {
        return execution ->
                RecordsCheckModel.LOGS_VERIFIED.set(execution, check.verifyAuditLogs(execution.getProcessInstanceId()));
    }

    @Bean
    JavaDelegate endRecordsCheck() {
        return execution -> RecordsCheckModel.RECORDS_SOUND.set(execution, check.end(execution.getProcessInstanceId()));
    }

    @Bean
    JavaDelegate waitUntilMended() {
        return execution -> check.requireMended();
    }

    @Bean
    RecordsCheckProcess recordsCheckProcess(RuntimeService runtime, IdentityService identity) {
        return () -> Caller.asProcess(identity, () -> runtime.startProcessInstanceByKey(RecordsCheckModel.KEY));
    }
}
