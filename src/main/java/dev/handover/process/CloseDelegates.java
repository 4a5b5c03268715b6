package dev.handover.process;

import dev.handover.closing.HandoverReport;
import dev.handover.golive.Progress;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phase;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the elements of {@code bpmn/close.bpmn}. */
@Configuration(proxyBeanMethods = false)
class CloseDelegates {

    @Bean
    JavaDelegate writeHandoverReport(HandoverReport report) {
        return execution -> report.freeze(new GoLiveKey(execution.getProcessBusinessKey()));
    }

    @Bean
    JavaDelegate recordHandover(Progress progress) {
        return execution -> progress.enter(new GoLiveKey(execution.getProcessBusinessKey()), Phase.HANDED_OVER);
    }

    @Bean
    JavaDelegate sendClosingNotices(HandoffNotices notices) {
        return execution -> notices.handedOver(new GoLiveKey(execution.getProcessBusinessKey()));
    }
}
