package dev.handover.process;

import dev.handover.notice.NoticeProcess;
import dev.handover.notice.Notices;
import dev.handover.notice.WaitingTasks;
import dev.handover.shared.GoLiveKey;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What stands behind {@code bpmn/notice.bpmn}, and how an instance of it comes about. */
@Configuration(proxyBeanMethods = false)
class NoticeDelegates {

    @Bean
    JavaDelegate sendEmail(@Lazy Notices notices) {
        return execution -> notices.send(NoticeModel.NOTICE.get(execution));
    }

    @Bean
    NoticeProcess noticeProcess(RuntimeService runtime, IdentityService identity) {
        return (GoLiveKey key, UUID notice) -> Caller.asProcess(
                identity,
                () -> runtime.startProcessInstanceByKey(
                        NoticeModel.KEY, key.value(), Map.of(NoticeModel.NOTICE.name(), notice.toString())));
    }

    /** Asked by jobs and for pages: what whoever looks at a page may see of the task is not the question. */
    @Bean
    WaitingTasks waitingTasks(TaskService tasks, IdentityService identity) {
        return new WaitingTasks() {

            @Override
            public boolean isStillWaiting(String taskId) {
                return isThere(tasks.createTaskQuery().taskId(taskId));
            }

            @Override
            public boolean isStillWaitingFor(String taskId, String person) {
                return isThere(tasks.createTaskQuery().taskId(taskId).taskAssignee(person));
            }

            private boolean isThere(TaskQuery query) {
                return Caller.asProcess(identity, query::count) == 1;
            }
        };
    }
}
