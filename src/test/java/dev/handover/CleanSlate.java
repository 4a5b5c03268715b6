package dev.handover;

import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.mail.MailServer;
import dev.handover.development.time.AdjustableClock;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Begins each class where the first one began: with what the application has written as it started, the real time (the engine's
 * too: a virtual machine has one for all engines, and a test of models may have set it), an empty mailbox and a customer whose
 * systems work. Which class runs after which differs by machine, and must not matter.
 */
class CleanSlate implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext context) {
        var application = context.getApplicationContext();
        application.getBean(DatabaseOwner.class).restore();
        application.getBean(AdjustableClock.class).reset();
        application.getBean(SampleCustomerEnvironment.class).switches().mendAll();
        application.getBean(MailServer.class).mailbox().clear();
    }
}
