package dev.handover.checks.guard;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in words why a database did not answer a query, by the meaning of its SQLSTATE (PostgreSQL documentation, appendix A). */
final class DatabaseFaults {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("25006", "the query tries to write, and only reading is allowed"),
            Map.entry("57014", "the query was ended since it took too long"),
            Map.entry("53300", "the server has no connection to spare"),
            Map.entry("57P03", "the server is starting up or shutting down"),
            Map.entry("57P01", "the server is shutting down"),
            Map.entry("42501", "the account may not read what the query asks for"));

    private DatabaseFaults() {}

    static String explain(SQLException failure, DatabaseQuery query, TimeLimit limit) {
        if (limit.isOver()) {
            return CallFaults.explain(failure, limit);
        }
        IOException broken = brokenConnection(failure);
        if (broken != null) {
            return broken instanceof LimitedInput.LimitReached
                    ? "the answer is too long"
                    : CallFaults.explain(broken, limit);
        }
        return explainAnswer(failure, String.valueOf(failure.getSQLState()), query);
    }

    private static String explainAnswer(SQLException failure, String state, DatabaseQuery query) {
        return switch (state) {
            case "28P01", "28000" -> login(failure, query);
            case "3D000" -> "there is no database \"%s\"".formatted(Texts.shown(query.name()));
            case "42P01", "42703", "42601", "42883" -> "the query does not fit the database: " + said(failure);
            case "08004" -> "the server does not offer TLS, or refuses the connection";
            case "08P01", "08006", "08001" -> "the server does not speak PostgreSQL";
            default -> MEANINGS.getOrDefault(state, "the query was not answered: " + said(failure));
        };
    }

    /** A wrong password and an unknown account look the same, as they should; a locked one is told apart by the server. */
    private static String login(SQLException failure, DatabaseQuery query) {
        String account = Texts.shown(query.account());
        return "28000".equals(failure.getSQLState())
                ? "the account \"%s\" may not log in".formatted(account)
                : "the login of \"%s\" with the secret \"%s\" was refused"
                        .formatted(account, Texts.shown(query.secret()));
    }

    /** What the server said, in its own words but without its details. */
    private static String said(SQLException failure) {
        return Optional.of(failure)
                .filter(PSQLException.class::isInstance)
                .map(each -> ((PSQLException) each).getServerErrorMessage())
                .map(ServerErrorMessage::getMessage)
                .map(Texts::shown)
                .orElse("the answer could not be read");
    }

    private static IOException brokenConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
        }
        return null;
    }
}
