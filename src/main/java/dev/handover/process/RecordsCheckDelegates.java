package dev.handover.process;

import dev.handover.records.RecordsCheck;
import dev.handover.records.RecordsCheckProcess;
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

    /** @param cron {@code handover.records-check.cron}, in the zone of the server */
    @Bean(RecordsCheckModel.NIGHTLY)
    String nightlyRecordsCheck(@Value("${handover.records-check.cron}") String cron) {
        return cron;
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
