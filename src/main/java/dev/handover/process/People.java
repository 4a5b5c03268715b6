package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.golive.OwnerRoles;
import dev.handover.plan.Plan;
import dev.handover.plan.Plan.TestUserRole;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Role;
import dev.handover.shared.Slugged;
import dev.handover.shared.Step;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who is asked, for the expressions of the models. Roles and steps are slugs there. */
@Component(PeopleInModels.BEAN)
public class People implements PeopleInModels {

    private final GoLiveRegister register;
    private final OwnerRoles ownerRoles;

    People(GoLiveRegister register, OwnerRoles ownerRoles) {
        this.register = register;
        this.ownerRoles = ownerRoles;
    }

    @Override
    public String requester(DelegateExecution execution) {
        return register.get(goLive(execution)).requester();
    }

    @Override
    public String production(DelegateExecution execution) {
        return holder(execution, Role.PRODUCTION.slug());
    }

    @Override
    public String support(DelegateExecution execution) {
        return holder(execution, Role.SUPPORT.slug());
    }

    @Override
    public String business(DelegateExecution execution) {
        return holder(execution, Role.BUSINESS.slug());
    }

    @Override
    public String change(DelegateExecution execution) {
        return holder(execution, Role.CHANGE.slug());
    }

    @Override
    public String environment(DelegateExecution execution) {
        return holder(execution, Role.ENVIRONMENT.slug());
    }

    @Override
    public String customer(DelegateExecution execution) {
        return holder(execution, Role.CUSTOMER.slug());
    }

    /** Null while the role is open: the task waits without a holder until somebody is named, and then goes to that person. */
    @Override
    public String holder(DelegateExecution execution, String role) {
        return holder(goLive(execution), Slugged.of(Role.class, role));
    }

    @Override
    public boolean isNamed(DelegateExecution execution, String role) {
        return ownerRoles.isNamed(goLive(execution), Slugged.of(Role.class, role));
    }

    /** Owners that have not accepted yet; never empty at the start, since nobody has accepted then. */
    @Override
    public List<String> rolesToAccept(DelegateExecution execution) {
        return ownerRoles.toAccept(goLive(execution)).stream().map(Role::slug).toList();
    }

    /** Owners that a change of plan named anew, as it was taken over: the tasks that are given out meanwhile do not count. */
    @Override
    public List<String> changedRoles(DelegateExecution execution) {
        return List.of(GoLiveModel.ROLES_TO_ASK.get(execution).split(","));
    }

    /** Who confirms a step: whose concern it is. */
    @Override
    public String validatorOf(DelegateExecution execution, String step) {
        var key = goLive(execution);
        var plan = register.plan(key);
        return switch (Slugged.of(Step.class, step)) {
            case ENVIRONMENT -> holder(key, Role.ENVIRONMENT);
            case ACCESS -> testUserOwner(plan, TestUserRole.ADMINISTRATOR);
            case WORKFLOWS -> testUserOwner(plan, TestUserRole.OPERATOR);
            case INTEGRATIONS -> testUserOwner(plan, TestUserRole.INTEGRATION_OWNER);
            case OPERATIONS -> holder(key, Role.SUPPORT);
            case KNOWN_ISSUES, ROLLBACK_CRITERIA -> holder(key, Role.PRODUCTION);
            case SIGN_OFF -> throw new IllegalArgumentException("sign-off is not confirmed but signed");
        };
    }

    private String holder(GoLiveKey key, Role role) {
        return register.holder(key, role).orElse(null);
    }

    private static String testUserOwner(Plan plan, TestUserRole role) {
        return plan.testUsers().stream()
                .filter(user -> user.role() == role)
                .findFirst()
                .or(() -> plan.testUsers().stream().findFirst())
                .map(Plan.TestUser::owner)
                .orElseThrow(() -> new IllegalStateException("the plan names no test user"));
    }

    private static GoLiveKey goLive(DelegateExecution execution) {
        return new GoLiveKey(execution.getProcessBusinessKey());
    }
}
