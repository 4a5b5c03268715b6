package dev.handover.process.engine;

import dev.handover.shared.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * What admins ask of accounts, groups and jobs and cannot have: somebody who is not there, or is there already, or a text that does not
 * fit. The engine takes all of it for faults of its own.
 */
final class UnfitCalls {

    private static final Set<Class<?>> CALLS =
            Set.of(SaveUserCmd.class, SaveGroupCmd.class, CreateMembershipCmd.class, SetJobRetriesCmd.class);

    private static final Pattern MISSING = Pattern.compile(".*\\bNo (user|group|job) found with id '([^']{1,255})'.*");

    /** SQLSTATE of PostgreSQL. */
    private static final String THERE_ALREADY = "23505";

    private static final String TOO_LONG = "22001";

    private UnfitCalls() {}

    /** @return empty for other calls, and for what is a fault indeed */
    static Optional<Refusal> refusal(Command<?> command, RuntimeException failure) {
        if (!CALLS.contains(command.getClass()) || !(failure instanceof ProcessEngineException)) {
            return Optional.empty();
        }
        var said = String.valueOf(failure.getMessage());
        var missing = MISSING.matcher(said);
        if (missing.matches()) {
            return Optional.of(Refusal.notFound(missing.group(1), missing.group(2)));
        }
        if (failure instanceof NullValueException) {
            return Optional.of(Refusal.invalidInput("The id is missing."));
        }
        return failure.getClass() == ProcessEngineException.class
                ? Optional.of(Refusal.invalidInput(said + ".")) // a weak password, an id with odd characters
                : ofDatabase(failure);
    }

    private static Optional<Refusal> ofDatabase(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .flatMap(state -> switch (state) {
                    case THERE_ALREADY -> Stream.of(Refusal.conflict("That is there already. Nothing was changed."));
                    case TOO_LONG ->
                        Stream.of(Refusal.invalidInput("A text is too long to be kept. Nothing was changed."));
                    default -> Stream.<Refusal>empty();
                })
                .findFirst();
    }
}
