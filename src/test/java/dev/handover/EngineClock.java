package dev.handover;

import dev.handover.development.time.AdjustableClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Gives the engine the application's time before each class. A virtual machine has one clock for all its engines: a test of
 * models that ran in between has set it, and left it at the real time.
 */
class EngineClock implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        var clock = context.getApplicationContext().getBean(AdjustableClock.class);
        ClockUtil.offset(clock.offset().toMillis());
    }
}
