package dev.handover;

import dev.handover.checks.CheckRunner;
import dev.handover.golive.HandoffProcess;
import dev.handover.signoff.ReadinessDecision;
import dev.handover.signoff.SignOffProcess;
import dev.handover.validation.Troubleshooting;
import dev.handover.validation.ValidationProcess;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test of the rules from plan to release window on real tables, without engine, web and the customer's systems: those
 * ports are mocks. The clock stands at {@link TestClock#START} until a test moves it. Each test method is rolled back. All
 * such classes share one context.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RepositoryTest
@Import(DomainTestBeans.class)
@ExtendWith(StandingClock.class)
@MockitoBean(
        types = {
            CheckRunner.class,
            HandoffProcess.class,
            ValidationProcess.class,
            SignOffProcess.class,
            Troubleshooting.class,
            ReadinessDecision.class
        })
public @interface DomainTest {}
