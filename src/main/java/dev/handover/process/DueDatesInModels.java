package dev.handover.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** When an answer is due: what the models' expressions call on the bean {@value #BEAN}. Public for the same reason as {@link PeopleInModels}. */
public interface DueDatesInModels {

    String BEAN = "due";

    /** When the task that starts now is due, so that the go-live stays in time. */
    Date inTime(DelegateExecution execution);

    /** When the checks of a go-live are to be repeated for the first time. */
    Date firstNight(DelegateExecution execution);
}
