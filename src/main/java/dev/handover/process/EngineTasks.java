package dev.handover.process;

import dev.handover.board.OpenTask;
import dev.handover.board.TaskLookup;
import dev.handover.process.engine.Privileged;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The engine's user tasks in the words of the board, which decides itself who may see them. */
@Component
class EngineTasks implements TaskLookup {

    /** What a model hands down to a task to say what it is about; see {@link OpenTask#subject()}. */
    private static final List<String> SUBJECT = List.of("step", "role", "blocker", "signal", "manifest");

    private static final int MOST = 200;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Privileged privileged;

    EngineTasks(TaskService tasks, RuntimeService runtime, Privileged privileged) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.privileged = privileged;
    }

    @Override
    public Optional<GoLiveKey> goLiveOf(String taskId) {
        return privileged.call(() -> Optional.ofNullable(runtime.createNativeProcessInstanceQuery()
                        .sql("select e.* from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_"
                                + " where t.id_ = #{task}")
                        .parameter("task", taskId)
                        .singleResult())
                .map(instance -> new GoLiveKey(instance.getBusinessKey())));
    }

    @Override
    public Optional<OpenTask> find(String taskId) {
        return privileged.call(() -> Optional.ofNullable(
                        tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> open(task, goLivesOf(List.of(task)), subjectOf(task))));
    }

    @Override
    public List<OpenTask> heldBy(String userId) {
        return privileged.call(() -> byDueDate(tasks.createTaskQuery().taskAssignee(userId)));
    }

    @Override
    public List<OpenTask> of(Collection<GoLiveKey> goLives) {
        var keys = goLives.stream().map(GoLiveKey::value).toArray(String[]::new);
        return keys.length == 0
                ? List.of()
                : privileged.call(() -> byDueDate(tasks.createTaskQuery().processInstanceBusinessKeyIn(keys)));
    }

    private List<OpenTask> byDueDate(TaskQuery query) {
        var found = query.orderByDueDate().asc().orderByTaskCreateTime().asc().listPage(0, MOST);
        var goLives = goLivesOf(found);
        return found.stream()
                .filter(task -> goLives.containsKey(task.getProcessInstanceId()))
                .map(task -> open(task, goLives, Map.of()))
                .toList();
    }

    @Override
    public List<OpenTask> of(GoLiveKey goLive) {
        return privileged.call(() -> waiting(goLive));
    }

    private List<OpenTask> waiting(GoLiveKey goLive) {
        var waiting = tasks.createTaskQuery()
                .processInstanceBusinessKey(goLive.value())
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, MOST);
        var goLives = goLivesOf(waiting);
        var steps = stepsOf(goLives.keySet());
        return waiting.stream()
                .map(task -> open(task, goLives, steps.getOrDefault(task.getProcessInstanceId(), Map.of())))
                .toList();
    }

    /** The step that a process instance is about, where it is about one; all in one query. */
    private Map<String, Map<String, String>> stepsOf(Set<String> instances) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        var variable = ValidationStepModel.STEP.name();
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableName(variable)
                .list()
                .stream()
                .filter(found -> found.getValue() instanceof String)
                .collect(Collectors.toMap(
                        VariableInstance::getProcessInstanceId,
                        found -> Map.of(variable, (String) found.getValue()),
                        (one, other) -> one));
    }

    private Map<String, ProcessInstance> goLivesOf(List<Task> found) {
        var instances = found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getProcessInstanceId, Function.identity()));
    }

    private Map<String, String> subjectOf(Task task) {
        var subject = new HashMap<String, String>();
        tasks.getVariables(task.getId(), SUBJECT).forEach((name, value) -> {
            if (value != null) {
                subject.put(name, value.toString());
            }
        });
        return Map.copyOf(subject);
    }

    private static OpenTask open(Task task, Map<String, ProcessInstance> goLives, Map<String, String> subject) {
        return new OpenTask(
                task.getId(),
                task.getTaskDefinitionKey(),
                new GoLiveKey(goLives.get(task.getProcessInstanceId()).getBusinessKey()),
                task.getName(),
                task.getAssignee(),
                task.getOwner(),
                instant(task.getDueDate()),
                instant(task.getCreateTime()),
                subject);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
