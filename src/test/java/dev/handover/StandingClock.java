package dev.handover;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Sets clock and environment of a {@link DomainTest} back to how they begin before each test. */
class StandingClock implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        var context = SpringExtension.getApplicationContext(test);
        context.getBean(TestClock.class).set(TestClock.START);
        context.getBean(TestEnvironment.class).restore();
    }
}
