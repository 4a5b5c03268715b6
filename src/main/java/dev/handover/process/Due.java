package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** When a task should be done, for the expressions of the models. Nothing happens by itself when it is not. */
@Component(DueDatesInModels.BEAN)
public class Due implements DueDatesInModels {

    private final ProcessProperties properties;
    private final Nights nights;
    private final GoLiveRegister register;
    private final Clock clock;

    Due(ProcessProperties properties, Nights nights, GoLiveRegister register, Clock clock) {
        this.properties = properties;
        this.nights = nights;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Date inTime(DelegateExecution execution) {
        return Date.from(clock.instant().plus(properties.taskDueIn()));
    }

    /** An instance that was started in Tasklist becomes a go-live only after its timers are set, so its first night is one in UTC. */
    @Override
    public Date firstNight(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        return Date.from(
                key == null
                        ? nights.next(execution.getProcessInstanceId(), ZoneOffset.UTC, clock.instant())
                        : nights.next(key, register.get(new GoLiveKey(key)).zone(), clock.instant()));
    }
}
