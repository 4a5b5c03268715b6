package dev.handover.checks;

import dev.handover.checks.WorkflowRun.CleanUp;
import dev.handover.checks.guard.CallFailed;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@link CheckTarget.Workflow}. */
@Component
final class WorkflowCheck implements Check<CheckTarget.Workflow> {

    @Override
    public Class<CheckTarget.Workflow> kind() {
        return CheckTarget.Workflow.class;
    }

    @Override
    public Optional<URI> address(CheckTarget.Workflow target) {
        return target.requests().stream().map(WorkflowRequest::sampleAddress).findFirst();
    }

    @Override
    public String expected(CheckTarget.Workflow target) {
        return "%d request(s) as %s are answered as they should be, and %d clean up after them"
                .formatted(
                        target.requests().size(),
                        Words.quoted(target.as().account()),
                        target.cleanUp().size());
    }

    @Override
    public Symptom symptom() {
        return Symptom.CANNOT_COMPLETE_TASKS;
    }

    @Override
    public boolean cleansUp() {
        return true;
    }

    /**
     * Cleans up whatever happens, in time of its own. What could not be cleaned up makes the check fail even if all else went
     * well: it is left in the customer's production.
     */
    @Override
    public Finding look(CheckTarget.Workflow target, Probe probe) throws CallFailed {
        var run = new WorkflowRun(target);
        Optional<String> difference;
        try {
            difference = run.make(probe);
        } catch (CallFailed e) {
            CleanUp cleanUp = probe.inReservedTime(run::cleanUp);
            return failedOr(e.getMessage(), cleanUp, e.saying(cleanUp.after(e.getMessage())));
        } catch (RuntimeException e) {
            return failedOr("the requests were broken off: " + e.getMessage(), probe.inReservedTime(run::cleanUp), e);
        }
        CleanUp cleanUp = probe.inReservedTime(run::cleanUp);
        return difference.isEmpty() && cleanUp.failures().isEmpty()
                ? Finding.passed("all %d request(s) answered as they should, and %d cleaned up after them"
                        .formatted(target.requests().size(), target.cleanUp().size()))
                : Finding.failed(cleanUp.after(difference.orElse("every request answered as it should")));
    }

    /** Failed if something is left behind; otherwise it is for whoever runs checks to say what a failure to look means. */
    private static <E extends Exception> Finding failedOr(String what, CleanUp cleanUp, E reason) throws E {
        if (cleanUp.failures().isEmpty()) {
            throw reason;
        }
        return Finding.failed(cleanUp.after(what));
    }
}
