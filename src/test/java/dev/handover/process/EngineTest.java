package dev.handover.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks models on a real engine and a real database, the way people, timers and messages would. Called models that the
 * test does not deploy are stood in for by one that waits to be told how it ends.
 */
@ExtendWith(TestEngine.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EngineTest {

    static final String KEY = "aurora-production-1";
    /** The only task of a model that is stood in for. */
    private static final String STUB = "UserTask_Stub";

    protected ProcessEngine engine;
    protected RuntimeService runtime;
    protected HistoryService history;
    protected ManagementService management;
    protected StandIns standIns;
    private final List<Model> models;
    private Deployment deployment;

    EngineTest(Model... models) {
        this.models = List.of(models);
    }

    @BeforeAll
    void deploy() {
        ClockUtil.reset(); // a test of the application may have left its own time
        engine = TestEngine.get();
        runtime = engine.getRuntimeService();
        history = engine.getHistoryService();
        management = engine.getManagementService();
        deployment = deploy("models");
    }

    Deployment deploy(String name) {
        var builder = engine.getRepositoryService().createDeployment().name(name);
        models.forEach(model -> builder.addModelInstance(model.resource(), model.read()));
        List.of(Model.values()).stream()
                .filter(model -> !models.contains(model))
                .forEach(model -> builder.addModelInstance(model.resource(), stub(model.key())));
        Forms.ALL.forEach(form -> builder.addClasspathResource("forms/" + form + ".form"));
        addMore(builder);
        // The engine asks when night comes as it deploys the model.
        Mocks.register(RecordsCheckModel.NIGHTLY, "R/2026-01-01T03:15:00Z/PT24H");
        return builder.deploy();
    }

    /** What else a test needs beside its models. */
    void addMore(DeploymentBuilder builder) {}

    @AfterAll
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }

    @BeforeEach
    void standIn() {
        standIns = new StandIns();
        standIns.register();
    }

    @AfterEach
    void leaveNothing() {
        instances()
                .forEach(instance ->
                        runtime.deleteProcessInstanceIfExists(instance.getId(), "test", true, true, true, false));
        Mocks.reset();
        ClockUtil.reset();
    }

    private static BpmnModelInstance stub(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(STUB)
                .exclusiveGateway()
                .condition("back", "${rolledBack}")
                .endEvent()
                .error(Errors.ROLLED_BACK)
                .moveToLastGateway()
                .condition("on", "${!rolledBack}")
                .endEvent()
                .done();
    }

    String definitionOf(Model model) {
        return definitionOf(model.key());
    }

    String definitionOf(String key) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment.getId())
                .processDefinitionKey(key)
                .singleResult()
                .getId();
    }

    ProcessInstance start(Model model) {
        return start(model, Map.of());
    }

    ProcessInstance start(Model model, Map<String, Object> variables) {
        return start(definitionOf(model), variables);
    }

    ProcessInstance start(String definition, Map<String, Object> variables) {
        var instance = runtime.startProcessInstanceById(definition, KEY, variables);
        work();
        return instance;
    }

    /** Runs what would run at once, until everything waits for a person, a time or a message. */
    void work() {
        for (var jobs = waitingJobs(); !jobs.isEmpty(); jobs = waitingJobs()) {
            management.executeJob(jobs.get(0).getId());
        }
    }

    private List<Job> waitingJobs() {
        return management.createJobQuery().messages().withRetriesLeft().list();
    }

    List<ProcessInstance> instances() {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(KEY)
                .list();
    }

    /** Names of the elements that wait for a person, in alphabetical order, as often as they wait. */
    List<String> waiting() {
        return tasks(task -> true).stream()
                .map(Task::getTaskDefinitionKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    List<Task> tasks(Predicate<Task> wanted) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(KEY).list().stream()
                .filter(wanted)
                .toList();
    }

    Task task(Enum<?> element) {
        return task(element, task -> true);
    }

    Task task(Enum<?> element, Predicate<Task> wanted) {
        var found = tasks(wanted.and(task -> task.getTaskDefinitionKey().equals(element.name())));
        assertThat(found).as("tasks at %s", element).hasSize(1);
        return found.get(0);
    }

    Predicate<Task> with(ProcessVariable<?> variable, String value) {
        return task -> value.equals(engine.getTaskService().getVariable(task.getId(), variable.name()));
    }

    void decide(Enum<?> element, String decision) {
        decide(task(element), decision);
    }

    /** Completes the task as Tasklist does. */
    void decide(Task task, String decision) {
        engine.getFormService().submitTaskForm(task.getId(), Map.of(FormFields.DECISION.name(), decision));
        work();
    }

    /** Completes the tasks in the same moment, each on a connection of its own. */
    void decideTogether(List<Task> tasks, String decision) throws Exception {
        var together = new CyclicBarrier(tasks.size());
        var people = Executors.newFixedThreadPool(tasks.size());
        try {
            var answers = tasks.stream()
                    .map(task -> people.submit(() -> decideAt(together, task, decision)))
                    .toList();
            for (var answer : answers) {
                answer.get(30, TimeUnit.SECONDS);
            }
        } finally {
            people.shutdownNow();
        }
        work();
    }

    private Void decideAt(CyclicBarrier moment, Task task, String decision) throws Exception {
        standIns.register();
        moment.await(30, TimeUnit.SECONDS);
        engine.getFormService().submitTaskForm(task.getId(), Map.of(FormFields.DECISION.name(), decision));
        return null;
    }

    /** Ends the only instance of a model that is stood in for. */
    void end(Model stub, Map<String, Object> variables) {
        var found = tasks(task -> task.getTaskDefinitionKey().equals(STUB)
                && task.getProcessDefinitionId().startsWith(stub.key() + ":"));
        assertThat(found).as("instances of " + stub).hasSize(1);
        end(found.get(0), variables);
    }

    void end(Task stub, Map<String, Object> variables) {
        var all = new HashMap<String, Object>(Map.of("rolledBack", false));
        all.putAll(variables);
        engine.getTaskService().complete(stub.getId(), all);
        work();
    }

    Job timer(Enum<?> element) {
        return management.createJobQuery().timers().activityId(element.name()).singleResult();
    }

    /** Lets time pass until just after the timer is due. */
    void elapse(Enum<?> timer) {
        var job = timer(timer);
        ClockUtil.setCurrentTime(Date.from(job.getDuedate().toInstant().plusSeconds(1)));
        management.executeJob(job.getId());
        work();
    }

    void send(String message) {
        send(message, Map.of());
    }

    /** @param item what the message carries for the one event subprocess it starts */
    void send(String message, Map<String, Object> item) {
        runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(KEY)
                .setVariablesToTriggeredScope(item)
                .correlate();
        work();
    }

    boolean isRunning(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                > 0;
    }

    Object outcome(ProcessInstance instance, ProcessVariable<?> variable) {
        return history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance.getId())
                .activityInstanceIdIn(instance.getId())
                .variableName(variable.name())
                .singleResult()
                .getValue();
    }

    /** Elements that the instance has completed, in order. */
    List<String> passed(ProcessInstance instance) {
        var query = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .finished()
                .orderPartiallyByOccurrence()
                .asc();
        return query.list().stream()
                .filter(EngineTest::isPassed)
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** The history calls an end that throws an error cancelled, and a gateway that waits for events when one has come. */
    static boolean isPassed(HistoricActivityInstance activity) {
        return !activity.isCanceled()
                || activity.getActivityType().equals(ActivityTypes.END_EVENT_ERROR)
                || activity.getActivityType().equals(ActivityTypes.GATEWAY_EVENT_BASED);
    }
}
