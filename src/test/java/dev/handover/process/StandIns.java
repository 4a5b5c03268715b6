package dev.handover.process;

import static java.util.Map.entry;

import dev.handover.shared.Slugged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.test.mock.Mocks;

/**
 * Beans that the models name, reduced to what a walk needs: delegates do what the test says or nothing, listeners turn the
 * decision into the variable of the next gateway, people are called like their roles.
 */
final class StandIns {

    private static final Map<String, Consumer<DelegateTask>> LISTENERS = Map.ofEntries(
            entry(PrerequisitesModel.Listeners.ACCEPT_ROLE, on(PrerequisitesModel.ROLE_ACCEPTED, "accept")),
            entry(ValidationStepModel.Listeners.CONFIRM_STEP, on(ValidationStepModel.STEP_CONFIRMED, "confirm")),
            entry(SignOffModel.Listeners.SIGN_OFF_BUSINESS, on(SignOffModel.BUSINESS_APPROVED, "approve")),
            entry(SignOffModel.Listeners.SIGN_OFF_ENVIRONMENT, on(SignOffModel.ENVIRONMENT_APPROVED, "approve")),
            entry(SignOffModel.Listeners.APPROVE_CHANGE, on(SignOffModel.CHANGE_APPROVED, "approve")),
            entry(ReleaseModel.Listeners.DECIDE_GO, as(ReleaseModel.GO_DECISION, ReleaseModel.GoDecision.class)),
            entry(
                    ReleaseModel.Listeners.RESUME_OR_ROLL_BACK,
                    as(ReleaseModel.RESUME_DECISION, ReleaseModel.ResumeDecision.class)),
            entry(ReleaseModel.Listeners.CONFIRM_GO_LIVE, on(ReleaseModel.LIVE_CONFIRMED, "confirm")),
            entry(StabilizationModel.Listeners.HANDOVER_DRILL, on(StabilizationModel.DRILL_PASSED, "confirm")),
            entry(StabilizationModel.Listeners.REVIEW_OPEN_ISSUES, on(StabilizationModel.HANDOVER_ACCEPTED, "accept")),
            entry(StabilizationModel.Listeners.HANDLE_EXCEPTION, on(StabilizationModel.ROLL_BACK_ASKED, "roll-back")),
            entry(
                    StabilizationModel.Listeners.DECIDE_ROLL_BACK,
                    on(StabilizationModel.ROLL_BACK_DECIDED, "roll-back")));

    private final Map<String, Consumer<DelegateExecution>> works = new HashMap<>();
    private final List<String> called = new ArrayList<>();
    private final FakePeople people = new FakePeople();

    /** Makes them known to the thread that calls; expressions are resolved for each thread by itself. */
    void register() {
        for (var model : Model.values()) {
            model.delegates().forEach(bean -> Mocks.register(bean, (JavaDelegate) execution -> work(bean, execution)));
            model.events()
                    .forEach(bean -> Mocks.register(bean, (ExecutionListener) execution -> work(bean, execution)));
            model.listeners().forEach(bean -> Mocks.register(bean, (TaskListener) task -> judge(bean, task)));
        }
        Mocks.register(PeopleInModels.BEAN, people);
        Mocks.register(DueDatesInModels.BEAN, new FakeDueDates());
    }

    /** From now on the bean does this. */
    void when(String bean, Consumer<DelegateExecution> work) {
        works.put(bean, work);
    }

    /** From now on the bean sets the variable to each of the values in turn, then stays with the last. */
    <T> void answers(String bean, ProcessVariable<T> variable, List<T> values) {
        var turn = new ArrayList<>(values);
        when(bean, execution -> variable.set(execution, turn.size() > 1 ? turn.remove(0) : turn.get(0)));
    }

    /** Beans of service tasks and events, in the order of their calls. */
    List<String> called() {
        return called;
    }

    FakePeople people() {
        return people;
    }

    private void work(String bean, DelegateExecution execution) {
        called.add(bean);
        works.getOrDefault(bean, nothing -> {}).accept(execution);
    }

    private static void judge(String bean, DelegateTask task) {
        LISTENERS.getOrDefault(bean, nothing -> {}).accept(task);
    }

    private static Consumer<DelegateTask> on(ProcessVariable<Boolean> variable, String decision) {
        return task -> variable.set(task, FormFields.DECISION.get(task).equals(decision));
    }

    private static <E extends Enum<E> & Slugged> Consumer<DelegateTask> as(
            ProcessVariable<E> variable, Class<E> words) {
        return task -> variable.set(task, Slugged.of(words, FormFields.DECISION.get(task)));
    }

    /** Everything is due at once, and no night comes by itself. */
    private static final class FakeDueDates implements DueDatesInModels {

        @Override
        public Date inTime(DelegateExecution execution) {
            return new Date(0);
        }

        @Override
        public Date firstNight(DelegateExecution execution) {
            return Date.from(Instant.parse("2037-01-01T02:00:00Z"));
        }
    }

    /** Every role is held by somebody of that name. */
    static final class FakePeople implements PeopleInModels {

        private List<String> rolesToAccept = List.of("production");
        private List<String> changedRoles = List.of();
        private Set<String> unnamed = Set.of();

        void rolesToAccept(String... roles) {
            rolesToAccept = List.of(roles);
        }

        void changedRoles(String... roles) {
            changedRoles = List.of(roles);
        }

        void unnamed(String... roles) {
            unnamed = Set.of(roles);
        }

        @Override
        public String requester(DelegateExecution execution) {
            return "requester";
        }

        @Override
        public String production(DelegateExecution execution) {
            return "production";
        }

        @Override
        public String support(DelegateExecution execution) {
            return "support";
        }

        @Override
        public String business(DelegateExecution execution) {
            return "business";
        }

        @Override
        public String change(DelegateExecution execution) {
            return "change";
        }

        @Override
        public String environment(DelegateExecution execution) {
            return "environment";
        }

        @Override
        public String customer(DelegateExecution execution) {
            return "customer";
        }

        @Override
        public String validatorOf(DelegateExecution execution, String step) {
            return "validator-of-" + step;
        }

        @Override
        public String holder(DelegateExecution execution, String role) {
            return role;
        }

        @Override
        public boolean isNamed(DelegateExecution execution, String role) {
            return !unnamed.contains(role);
        }

        @Override
        public List<String> rolesToAccept(DelegateExecution execution) {
            return rolesToAccept;
        }

        @Override
        public List<String> changedRoles(DelegateExecution execution) {
            return changedRoles;
        }
    }
}
