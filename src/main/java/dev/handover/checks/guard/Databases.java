package dev.handover.checks.guard;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Asks PostgreSQL databases one question each, by their driver over sockets of {@link Admission}: one statement, in a
 * transaction that cannot write, ended by the server before the time is over, of which one row is read.
 */
final class Databases {

    /** The server gives up a little earlier than this side, so that it can say so. */
    private static final Duration HEAD_START = Duration.ofMillis(500);

    private static final int LONGEST_VALUE = 200;

    private final Trust trust;
    private final Secrets secrets;

    Databases(Trust trust, Secrets secrets) {
        this.trust = trust;
        this.secrets = secrets;
    }

    /**
     * @return the first column of the first row, at most {@value #LONGEST_VALUE} characters without secrets; {@code null} as
     *     the word; empty if there is no row
     * @throws SecretNotUsable if the secret is unknown or not bound to the host; no connection is made then
     * @throws CallFailed if there is no answer; the message says why, in words
     */
    Optional<String> ask(DatabaseQuery query, Admission admission) throws CallFailed {
        if (!DatabaseQuery.isSingleSelect(query.statement())) {
            throw new CallFailed("the query is not a single SELECT without a semicolon");
        }
        String password = secrets.password(query.secret(), admission.place());
        String token = Admissions.begin(admission, trust);
        try (admission;
                Connection connection =
                        source(query, password, token, admission).getConnection()) {
            return answer(connection, query.statement(), admission.limit());
        } catch (SQLException e) {
            String why = DatabaseFaults.explain(e, query, admission.limit());
            throw new CallFailed(
                    secrets.redact("%s: %s".formatted(admission.place(), why)),
                    admission.limit().isOver());
        } finally {
            Admissions.end(token);
        }
    }

    /** The driver with everything switched off that reads files, looks names up, or talks to somebody else. */
    private static PGSimpleDataSource source(DatabaseQuery query, String password, String token, Admission admission)
            throws SQLException {
        boolean isPlain = admission.place().scheme().endsWith("-plain");
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {admission.place().host().text()});
        source.setPortNumbers(new int[] {admission.place().port()});
        source.setDatabaseName(query.name());
        source.setUser(query.account());
        source.setPassword(password);
        source.setApplicationName("Handover");
        source.setSocketFactory(AdmittedSockets.class.getName());
        source.setSocketFactoryArg(token);
        source.setSslMode(isPlain ? "disable" : "verify-full");
        source.setSslfactory(AdmittedTls.class.getName());
        source.setProperty(PGProperty.SSL_FACTORY_ARG, token);
        source.setProperty(PGProperty.GSS_ENC_MODE, "disable");
        source.setProperty(PGProperty.JAAS_LOGIN, "false");
        source.setPreferQueryMode(org.postgresql.jdbc.PreferQueryMode.EXTENDED);
        source.setReadOnly(true);
        source.setReadOnlyMode("always");
        source.setMaxResultBuffer("64K");
        source.setLogServerErrorDetail(false);
        source.setLoginTimeout(0); // with one, the driver would log in on a thread that outlives the limit
        source.setSocketTimeout((int) admission.limit().remaining().toSeconds() + 1);
        return source;
    }

    private Optional<String> answer(Connection connection, String query, TimeLimit limit) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setMaxRows(1);
            long millis = limit.remaining().minus(HEAD_START).toMillis();
            statement.execute("set local statement_timeout = " + Math.max(1, millis));
            try (ResultSet rows = statement.executeQuery(query)) {
                return rows.next() ? Optional.of(shown(rows.getString(1))) : Optional.empty();
            }
        }
    }

    private String shown(String value) {
        String safe = Texts.shown(secrets.redact(String.valueOf(value)));
        return safe.length() <= LONGEST_VALUE ? safe : safe.substring(0, LONGEST_VALUE) + "…";
    }
}
