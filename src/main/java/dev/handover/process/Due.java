package dev.handover.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When a task should be done, for the expressions of the models. Nothing happens by itself when it is not. */
@Component(DueDatesInModels.BEAN)
public class Due implements DueDatesInModels {

    private final ProcessProperties properties;
    private final Clock clock;

    Due(ProcessProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Date inTime(DelegateExecution execution) {
        return Date.from(clock.instant().plus(properties.taskDueIn()));
    }
}
