package dev.handover.process;

import dev.handover.golive.GoLiveRegister;
import dev.handover.process.GoLiveModel.Night;
import dev.handover.signoff.ConditionDeadlines;
import dev.handover.validation.EnvironmentWatch;
import dev.handover.validation.Revalidation;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the nights of {@code bpmn/go-live.bpmn}. */
@Configuration(proxyBeanMethods = false)
class RevalidationDelegates {

    private final EnvironmentWatch environment;
    private final Revalidation revalidation;
    private final ConditionDeadlines conditions;
    private final GoLiveRegister register;
    private final Nights nights;
    private final Clock clock;

    RevalidationDelegates(
            EnvironmentWatch environment,
            Revalidation revalidation,
            ConditionDeadlines conditions,
            GoLiveRegister register,
            Nights nights,
            Clock clock) {
        this.environment = environment;
        this.revalidation = revalidation;
        this.conditions = conditions;
        this.register = register;
        this.nights = nights;
        this.clock = clock;
    }

    @Bean
    JavaDelegate compareEnvironment() {
        return execution -> environment.compareBeforeWindow(GoLiveModel.goLiveOf(execution));
    }

    /** Once the customer is live there are no more nights; until then there is always a next one. */
    @Bean
    JavaDelegate repeatChecks() {
        return execution -> {
            var key = GoLiveModel.goLiveOf(execution);
            var failed = revalidation.repeat(key);
            revalidation.reopenTooOld(key);
            conditions.look(key);
            var goLive = register.get(key);
            GoLiveModel.NEXT_NIGHT.set(execution, nights.next(key.value(), goLive.zone(), clock.instant()));
            GoLiveModel.NIGHT.set(execution, goLive.phase().isBeforeGoLive() ? night(failed) : Night.LIVE);
        };
    }

    private static Night night(boolean failed) {
        return failed ? Night.FAILED : Night.PASSED;
    }

    @Bean
    JavaDelegate repeatFailedChecks() {
        return execution -> revalidation.repeatFailed(GoLiveModel.goLiveOf(execution));
    }
}
