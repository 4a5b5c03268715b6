package dev.handover.process.engine;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.handover.ApplicationTest;
import dev.handover.DatabaseOwner;
import dev.handover.Handoff;
import dev.handover.process.TaskColumn;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists and counts of tasks: what they ask the database, and that they find what the engine's own would. */
@ApplicationTest
class TaskListsTests {

    private static final String OWNER = "production";
    private static final Logger STATEMENTS =
            (Logger) LoggerFactory.getLogger("org.camunda.bpm.engine.impl.persistence.entity.TaskEntity");
    private static final Logger OURS = (Logger) LoggerFactory.getLogger(TaskLists.class);

    @Autowired
    private Handoff handoff;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    @Autowired
    private DatabaseOwner owner;

    private final ListAppender<ILoggingEvent> asked = new ListAppender<>();

    @BeforeEach
    void listen() {
        asked.start();
        for (var logger : List.of(STATEMENTS, OURS)) {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(asked);
        }
    }

    @AfterEach
    void leaveAlone() {
        for (var logger : List.of(STATEMENTS, OURS)) {
            logger.detachAppender(asked);
            logger.setLevel(null);
        }
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owners", "auditors", "camunda-admin"})
    void theFirstPageDoesNotWaitUntilAllTasksAreSorted(String group) {
        handoff.start();
        var statements = statementsOf(() -> as(OWNER, group, () -> page(tasks.createTaskQuery())));
        assertThat(statements)
                .hasSizeGreaterThanOrEqualTo(2)
                .noneMatch(statement -> statement.contains("distinct"))
                .noneMatch(statement -> statement.contains("act_ru_authorization"))
                .noneMatch(statement -> statement.contains("tenant_id_ is null"));
    }

    @Test
    void theOwnerOfATaskIsAskedForOnlyIfADeputyHoldsOne() {
        var person = "lender-of-a-task";
        var task = taskOf(OWNER);
        Supplier<List<String>> statements =
                () -> statementsOf(() -> as(person, "owners", () -> all(tasks.createTaskQuery())));
        assertThat(statements.get()).isNotEmpty().noneMatch(TaskListsTests::looksAtOwner);

        tasks.setOwner(task.getId(), person);

        assertThat(statements.get()).anyMatch(TaskListsTests::looksAtOwner);
        assertThat(as(person, "owners", () -> all(tasks.createTaskQuery())))
                .extracting(Task::getId)
                .containsExactly(task.getId());
        assertThat(as(
                        person,
                        "owners",
                        () -> tasks.createTaskQuery().taskOwner(person).count()))
                .isOne();
    }

    @Test
    void tasksOfTheSameMomentComeInOneOrderOnPagesThatHoldEachOnce() {
        var run = handoff.start();
        Supplier<TaskQuery> newest = () -> tasks.createTaskQuery()
                .processInstanceBusinessKey(run.key())
                .orderByTaskCreateTime()
                .desc();
        var ids = all(newest.get()).stream()
                .map(Task::getId)
                .sorted(reverseOrder())
                .toList();
        assertThat(ids).hasSizeGreaterThan(3);
        ids.forEach(id -> owner.jdbc().update("update act_ru_task set create_time_ = '2026-01-01' where id_ = ?", id));

        var paged = IntStream.iterate(0, first -> first < ids.size(), first -> first + 3)
                .mapToObj(
                        first -> as("admin", "camunda-admin", () -> newest.get().listPage(first, 3)))
                .flatMap(List::stream)
                .map(Task::getId)
                .toList();

        assertThat(paged).isSorted().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(as("admin", "camunda-admin", () -> newest.get().count())).isEqualTo(ids.size());
    }

    @Test
    void peopleGetTheirTasksInTheOrderTheyChoose() {
        handoff.start();
        handoff.start();
        Supplier<TaskQuery> mine = tasks::createTaskQuery;
        var goLive = TaskColumn.GO_LIVE.variable();
        var names = comparing((Task task) -> task.getName().toLowerCase(Locale.ROOT));
        var dates = comparing(Task::getDueDate, (one, other) -> one.compareTo(other));
        assertThat(as(
                        OWNER,
                        "owners",
                        () -> all(mine.get().orderByTaskNameCaseInsensitive().asc())))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(names);
        assertThat(as(
                        OWNER,
                        "owners",
                        () -> all(mine.get()
                                .dueAfter(new Date(0))
                                .orderByDueDate()
                                .desc())))
                .hasSizeGreaterThan(1)
                .isSortedAccordingTo(dates.reversed());
        var keys = as(
                        OWNER,
                        "owners",
                        () -> all(mine.get()
                                .taskVariableValueLike(goLive, "aurora-%")
                                .orderByTaskVariable(goLive, ValueType.STRING)
                                .desc()))
                .stream()
                .map(task -> (String) tasks.getVariableLocal(task.getId(), goLive))
                .toList();
        assertThat(keys).hasSizeGreaterThan(1).isSortedAccordingTo(reverseOrder());
    }

    @ParameterizedTest
    @MethodSource("questionsForOffers")
    void aTaskOfferedToManyIsFoundOnce(UnaryOperator<TaskQuery> question) {
        var id = taskOf(OWNER).getId();
        for (var group : List.of("some", "some more")) {
            tasks.addCandidateGroup(id, group);
        }
        for (var person : List.of("offered-1", "offered-2")) {
            tasks.addCandidateUser(id, person);
            tasks.addUserIdentityLink(id, OWNER, "watcher of " + person);
        }

        Supplier<TaskQuery> query = () -> question.apply(tasks.createTaskQuery().taskId(id));

        assertThat(all(query.get())).extracting(Task::getId).containsExactly(id);
        assertThat(query.get().count()).isOne();
    }

    static Stream<UnaryOperator<TaskQuery>> questionsForOffers() {
        return Stream.of(
                query -> query.taskInvolvedUser(OWNER),
                query ->
                        query.taskCandidateGroupIn(List.of("some", "some more")).includeAssignedTasks(),
                query -> query.taskCandidateGroupLike("some%").includeAssignedTasks(),
                query -> query.withCandidateGroups().includeAssignedTasks(),
                query -> query.withCandidateUsers().includeAssignedTasks(),
                query -> query.or()
                        .taskCandidateGroupIn(List.of("some", "some more"))
                        .includeAssignedTasks()
                        .taskName("None has this name")
                        .endOr());
    }

    @Test
    void aTaskIsFoundOnceInTheOrderOfAVariableThatItsExecutionHasTwice() {
        var task = taskOf(OWNER);
        tasks.setVariableLocal(task.getId(), "twice", "the same");
        runtime.setVariableLocal(task.getExecutionId(), "twice", "the same");

        assertThat(all(tasks.createTaskQuery()
                        .taskId(task.getId())
                        .orderByExecutionVariable("twice", ValueType.STRING)
                        .asc()))
                .hasSize(1);
    }

    private Task taskOf(String person) {
        var id = handoff.start().task(person, "UserTask_AcceptRole").get("id").asText();
        return tasks.createTaskQuery().taskId(id).singleResult();
    }

    private List<Task> page(TaskQuery query) {
        query.count();
        return query.orderByTaskCreateTime().desc().listPage(0, 15);
    }

    private static List<Task> all(TaskQuery query) {
        return query.listPage(0, 1000);
    }

    /** What the database is asked about tasks, in lower case. */
    private List<String> statementsOf(Supplier<?> call) {
        asked.list.clear();
        call.get();
        return asked.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("Preparing:"))
                .map(message -> message.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean looksAtOwner(String statement) {
        return statement.contains("res.owner_ =");
    }

    private <T> T as(String person, String group, Supplier<T> call) {
        identity.setAuthentication(person, List.of(group));
        try {
            return call.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
