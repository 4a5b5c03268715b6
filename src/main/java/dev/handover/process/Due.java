package dev.handover.process;

import dev.handover.golive.GoLive;
import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.stream.Stream;
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
        return Date.from(inTime(register.get(new GoLiveKey(execution.getProcessBusinessKey())), clock.instant()));
    }

    /**
     * When a task of the go-live is due that has been there since that moment: after the usual time, but before the go-live to the
     * cut-off of its window, or the end of it, if that comes first.
     */
    Instant inTime(GoLive goLive, Instant since) {
        var usual = since.plus(properties.taskDueIn());
        if (!goLive.phase().isBeforeGoLive()) {
            return usual;
        }
        return Stream.of(properties.cutOff(goLive.windowStart()), goLive.windowEnd())
                .filter(since::isBefore)
                .findFirst()
                .filter(usual::isAfter)
                .orElse(usual);
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
