package dev.handover.process.engine;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;

/**
 * What an admin reads in Cockpit of a job that failed. What our own rules say is said for people and stays; of everything
 * else the kind of fault is told, what it left behind, and what to do. The stack trace of the job keeps the whole story.
 */
final class ReadableFailures implements FailedJobCommandFactory {

    private static final String OURS = "dev.handover.";

    /** Longest part of a foreign message that is told, in characters. */
    private static final int LONGEST = 300;

    private final FailedJobCommandFactory engine;

    /** @param engine counts the tries and makes the incident */
    ReadableFailures(FailedJobCommandFactory engine) {
        this.engine = engine;
    }

    /** A job that failed, in words. */
    static final class JobFailed extends RuntimeException {

        private JobFailed(String words, Throwable cause) {
            super(words, cause);
        }
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return engine.getCommand(jobId, inWords(failure));
    }

    /** Losing a race stays what it is: the engine tries again, and does not count it. */
    static Throwable inWords(Throwable failure) {
        if (failure == null || failure instanceof OptimisticLockingException) {
            return failure;
        }
        var chain = chain(failure);
        return ours(chain).filter(said -> said.equals(failure.getMessage())).isPresent()
                ? failure
                : new JobFailed(ours(chain).orElseGet(() -> foreign(chain)), failure);
    }

    private static Optional<String> ours(List<Throwable> chain) {
        return chain.stream()
                .filter(each -> each.getClass().getName().startsWith(OURS))
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst();
    }

    private static String foreign(List<Throwable> chain) {
        return kind(chain)
                + " Nothing of this step was recorded. Mend the cause, then retry this job: it does the step from its beginning."
                + " Its stack trace tells where it failed.";
    }

    private static String kind(List<Throwable> chain) {
        var deepest = said(chain.get(chain.size() - 1));
        if (chain.stream().anyMatch(SQLException.class::isInstance)) {
            return "The database did not do what it was asked to: %s. If it runs and has room, this is a fault of the product."
                    .formatted(deepest);
        }
        if (chain.stream().anyMatch(each -> each instanceof ConnectException || each instanceof UnknownHostException)) {
            return "Another system could not be reached: %s.".formatted(deepest);
        }
        return "Something happened that should not: %s.".formatted(deepest);
    }

    /** Kind and first line of a message, without the punctuation at its end. */
    private static String said(Throwable fault) {
        var message = fault.getMessage() == null ? "" : fault.getMessage().strip();
        var line = message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("[\\p{Cntrl}]", " ")
                .replaceAll("[.\\s]+$", "");
        var shown = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        var kind = fault.getClass().getSimpleName();
        return shown.isEmpty() ? kind : "%s (%s)".formatted(shown, kind);
    }

    /** The failure with its causes, the failure first; each once, as some chains are rings. */
    private static List<Throwable> chain(Throwable failure) {
        var chain = new ArrayList<Throwable>();
        for (var next = failure; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
