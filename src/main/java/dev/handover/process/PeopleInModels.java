package dev.handover.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Who is asked: what the models' expressions call on the bean {@value #BEAN}. Roles and steps are slugs, people are user
 * ids. The go-live is known by the business key of the execution.
 *
 * <p>Public, since the engine's expressions reach methods of public types only; the bean's class need not be.
 */
public interface PeopleInModels {

    String BEAN = "people";

    String requester(DelegateExecution execution);

    String production(DelegateExecution execution);

    /** May be asked before the role is accepted or even named: a blocker can be raised at any time. */
    String support(DelegateExecution execution);

    String business(DelegateExecution execution);

    String change(DelegateExecution execution);

    String environment(DelegateExecution execution);

    String customer(DelegateExecution execution);

    /** The validator who answers for the step. */
    String validatorOf(DelegateExecution execution, String step);

    /** Whoever is named for the role, whether it is accepted yet or not. */
    String holder(DelegateExecution execution, String role);

    boolean isNamed(DelegateExecution execution, String role);

    /** The roles that are still to be accepted; asked again for each of them, so the answer must not change meanwhile. */
    List<String> rolesToAccept(DelegateExecution execution);

    /** The roles whose holder the last change of the plan replaced and who has not answered yet. */
    List<String> changedRoles(DelegateExecution execution);
}
