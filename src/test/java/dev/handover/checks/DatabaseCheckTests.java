package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;
import static org.awaitility.Awaitility.await;

import dev.handover.TestDatabase;
import dev.handover.checks.guard.Certificates;
import dev.handover.checks.guard.GuardTestData;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real PostgreSQL, and against servers that are none. */
@Timeout(60)
class DatabaseCheckTests {

    private static final String PASSWORD = "r3ader-w0rd";
    private static String url;
    private static String database;
    private static int port;

    @BeforeAll
    static void makeDatabase() throws Exception {
        url = TestDatabase.create().getJdbcUrl();
        URI address = URI.create(url.substring("jdbc:".length()));
        database = address.getPath().substring(1);
        port = address.getPort();
        try (Connection admin = DriverManager.getConnection(url, "postgres", "");
                Statement statement = admin.createStatement()) {
            statement.execute("drop role if exists reader");
            statement.execute("drop role if exists locked");
            statement.execute("create role reader login password '" + PASSWORD + "'");
            statement.execute("create role locked nologin password '" + PASSWORD + "'");
            statement.execute("create table work_order (id int)");
            statement.execute("insert into work_order values (1), (2), (3)");
            statement.execute("grant all on work_order to reader");
            statement.execute("create table salary (amount int)");
            requirePasswords(statement);
        }
    }

    /** The server trusts everybody on this machine otherwise. */
    private static void requirePasswords(Statement statement) throws Exception {
        try (var rows = statement.executeQuery("show hba_file")) {
            rows.next();
            Path file = Path.of(rows.getString(1));
            String line = "host %s reader,locked all scram-sha-256%n".formatted(database);
            Files.writeString(file, line + Files.readString(file));
        }
        statement.execute("select pg_reload_conf()");
        await().until(DatabaseCheckTests::isPasswordNeeded);
    }

    private static boolean isPasswordNeeded() {
        try (Connection connection = DriverManager.getConnection(url.replaceFirst("\\?.*", ""), "reader", "wrong")) {
            return !connection.isValid(1);
        } catch (SQLException e) {
            return true;
        }
    }

    private static GuardTestData guarding(int to, String scheme) {
        return guard().allowingPrivate("localhost:" + to, scheme).holding("db", PASSWORD, "localhost:" + to);
    }

    private static CheckTarget.Database asking(String query, Comparison comparison, Double threshold) {
        return new CheckTarget.Database("localhost", port, database, "reader", "db", query, comparison, threshold);
    }

    private static CheckTarget.Database at(int other) {
        return new CheckTarget.Database("localhost", other, database, "reader", "db", "select 1", null, null);
    }

    private static CheckResult run(String query) {
        return CheckTestData.run(guarding(port, "postgresql-plain"), asking(query, null, null));
    }

    private static long workOrders() throws SQLException {
        try (Connection admin = DriverManager.getConnection(url, "postgres", "");
                var rows = admin.createStatement().executeQuery("select count(*) from work_order")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void anAnswerIsEnoughWithoutComparison() {
        assertThat(run("select 'ready'")).passed().observed("\"ready\"").noted("select 'ready'", "\"reader\"");
    }

    @ParameterizedTest
    @CsvSource({">=, 3, PASSED", "==, 3, PASSED", "<, 3, FAILED"})
    void theFirstValueIsHeldAgainstTheThreshold(String comparator, double threshold, Verdict verdict) {
        var target = asking("select count(*) from work_order", Comparison.of(comparator), threshold);
        var result = CheckTestData.run(guarding(port, "postgresql-plain"), target);
        Assertions.assertThat(result.verdict()).as(result.observed()).isEqualTo(verdict);
    }

    @Test
    void aTextIsNotHeldAgainstAThreshold() {
        var target = asking("select 'many'", Comparison.EQUAL, 1.0);
        assertThat(CheckTestData.run(guarding(port, "postgresql-plain"), target))
                .failed(Symptom.CONNECTORS_FAIL)
                .observed("not a number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    select 1 where false                                          | yields no row
                    select id from nowhere                                        | relation "nowhere" does not exist
                    select amount from salary                                     | may not read
                    with gone as (delete from work_order returning id) select * from gone | tries to write
                    select nextval('counter')                                      | relation "counter" does not exist
                    select pg_sleep(60)                                           | took too long
                    select repeat('x', 900000)                                    | could not be read
                    """)
    void whatTheDatabaseDoesNotAnswerFailsInWords(String query, String observed) throws SQLException {
        var properties = CheckTestData.within(Duration.ofSeconds(3), Duration.ofSeconds(10));
        try (var checks = new CheckTestData(guarding(port, "postgresql-plain"), properties)) {
            assertThat(checks.run(asking(query, null, null)))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed(observed)
                    .observedNothingOf("Exception", "SQLSTATE", PASSWORD);
        }
        Assertions.assertThat(workOrders()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1; commit; delete from work_order",
                "delete from work_order",
                "commit",
                "/* select */ delete from work_order",
                "set session characteristics as transaction read write",
                "select 1;"
            })
    void whatIsNotOneSelectIsNotEvenSent(String query) throws SQLException {
        assertThat(run(query)).inconclusive().observed("not a single SELECT");
        Assertions.assertThat(workOrders()).isEqualTo(3);
    }

    @Test
    void theTransactionCannotBeMadeToWrite() throws SQLException {
        run(
                "select set_config('transaction_read_only', 'off', false), set_config('x.y', (select count(*)::text from work_order), true)");
        assertThat(run("with w as (insert into work_order values (4) returning id) select id from w"))
                .failed(Symptom.CONNECTORS_FAIL);
        Assertions.assertThat(workOrders()).isEqualTo(3);
    }

    @Test
    void aWrongPasswordNamesTheSecretAndNothingMore() {
        var guard = guard().allowingPrivate("localhost:" + port, "postgresql-plain")
                .holding("db", "another-word", "localhost:" + port);
        assertThat(CheckTestData.run(guard, asking("select 1", null, null)))
                .failed(Symptom.CONNECTORS_FAIL)
                .observed("the login of \"reader\" with the secret \"db\" was refused")
                .observedNothingOf("another-word", "FATAL");
    }

    @Test
    void aLockedAccountAndAnUnknownDatabaseAreToldApart() {
        var locked = new CheckTarget.Database("localhost", port, database, "locked", "db", "select 1", null, null);
        var unknown = new CheckTarget.Database("localhost", port, "nope", "postgres", "db", "select 1", null, null);
        assertThat(CheckTestData.run(guarding(port, "postgresql-plain"), locked))
                .failed(Symptom.CONNECTORS_FAIL)
                .observed("may not log in");
        assertThat(CheckTestData.run(guarding(port, "postgresql-plain"), unknown))
                .failed(Symptom.CONNECTORS_FAIL)
                .observed("there is no database \"nope\"");
    }

    @Test
    void aValueThatIsASecretIsNotShown() {
        var result = run("select '" + PASSWORD + "'");
        assertThat(result).passed().observed("[secret]");
        Assertions.assertThat(result.observation().text()).doesNotContain(PASSWORD);
    }

    @Test
    void aServerWithoutTlsIsNotAskedUnlessTheSettingsSaySo() {
        assertThat(CheckTestData.run(guarding(port, "postgresql"), asking("select 1", null, null)))
                .failed(Symptom.CONNECTORS_FAIL)
                .observed("does not offer TLS");
    }

    @Test
    void aSecretIsNotSentToAHostItIsNotBoundTo() {
        try (var canary = RawServer.silent()) {
            var guard = guard().allowingPrivate("localhost:" + canary.port(), "postgresql-plain")
                    .holding("db", PASSWORD, "elsewhere.example:5432");
            assertThat(CheckTestData.run(guard, at(canary.port())))
                    .inconclusive()
                    .observed("may not be sent");
            Assertions.assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpInTime() {
        try (var silent = RawServer.silent();
                var checks = new CheckTestData(
                        guarding(silent.port(), "postgresql-plain"),
                        CheckTestData.within(Duration.ofSeconds(2), Duration.ofSeconds(10)))) {
            var result = checks.run(at(silent.port()));
            assertThat(result).failed(Symptom.CONNECTORS_FAIL).observed("no complete answer within 2.0 s");
            Assertions.assertThat(result.took()).isLessThan(Duration.ofSeconds(7));
        }
    }

    @Test
    void aServerThatTalksWithoutEndIsCutOff() {
        try (var talking = RawServer.greeting((socket, out) -> {
            byte[] notice = {'N', 0, 0, 0, 5, 0};
            while (!socket.isClosed()) {
                out.write(notice);
            }
        })) {
            assertThat(CheckTestData.run(guarding(talking.port(), "postgresql-plain"), at(talking.port())))
                    .failed(Symptom.CONNECTORS_FAIL);
        }
    }

    @Test
    void aServerThatIsNoDatabaseIsTold() {
        try (var http = RawServer.greeting((socket, out) -> {
            RawServer.write(out, "HTTP/1.1 400 Bad Request\r\n\r\n");
            socket.close();
        })) {
            assertThat(CheckTestData.run(guarding(http.port(), "postgresql-plain"), at(http.port())))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observedNothingOf("HTTP/1.1", "Exception");
        }
    }

    /** Agrees to TLS as PostgreSQL does, shows its certificate, and hangs up. */
    private static RawServer withTls(Certificates certificates) {
        return RawServer.greeting((socket, out) -> {
            socket.getInputStream().readNBytes(8);
            out.write('S');
            out.flush();
            handshake(certificates, socket);
        });
    }

    private static void handshake(Certificates certificates, Socket socket) throws java.io.IOException {
        var factory = certificates.serverContext().getSocketFactory();
        try (var tls = (SSLSocket) factory.createSocket(socket, "localhost", socket.getPort(), true)) {
            tls.setUseClientMode(false);
            tls.startHandshake();
            tls.getInputStream().read(new byte[512]);
        }
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        try (var server = withTls(Certificates.valid())) {
            assertThat(CheckTestData.run(guarding(server.port(), "postgresql"), at(server.port())))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("not signed by a trusted authority");
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        try (var server = withTls(Certificates.forAnotherHost())) {
            var guard = guarding(server.port(), "postgresql").trusting(Certificates.trustingAll());
            assertThat(CheckTestData.run(guard, at(server.port())))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("for another host name");
        }
    }

    @Test
    void aTrustedCertificateLetsTheLoginBegin() {
        try (var server = withTls(Certificates.valid())) {
            var guard = guarding(server.port(), "postgresql").trusting(Certificates.trustingAll());
            assertThat(CheckTestData.run(guard, at(server.port())))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observedNothingOf("certificate");
        }
    }

    @Test
    void theDriverGoesToTheJudgedAddressThoughTheNameChanges() {
        var guard = guard().naming("db.example", "127.0.0.1")
                .naming("db.example", "203.0.113.1")
                .allowingPrivate("db.example:" + port, "postgresql-plain")
                .holding("db", PASSWORD, "db.example:" + port);
        var target = new CheckTarget.Database("db.example", port, database, "reader", "db", "select 1", null, null);
        assertThat(CheckTestData.run(guard, target)).passed();
        Assertions.assertThat(guard.lookups()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "0x7f.1",
                "localhost,127.0.0.1",
                "localhost/x?socketFactory=evil",
                "u:p@localhost",
                "[::1%lo]",
                "localhost:1",
                "127.0.0.1#",
                ""
            })
    void aHostThatCouldMeanAnotherIsRefused(String host) {
        try (var canary = RawServer.silent()) {
            var guard = guarding(canary.port(), "postgresql-plain");
            var target = new CheckTarget.Database(host, canary.port(), "d", "a", "db", "select 1", null, null);
            assertThat(CheckTestData.run(guard, target)).inconclusive();
            Assertions.assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void aDatabaseNameIsANameAndNoParameters() {
        try (var canary = RawServer.silent()) {
            String name = database + "?socketFactory=x&host=127.0.0.1:" + canary.port();
            var target = new CheckTarget.Database("localhost", port, name, "postgres", "db", "select 1", null, null);
            assertThat(CheckTestData.run(guarding(port, "postgresql-plain"), target))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("there is no database");
            Assertions.assertThat(canary.connections()).isZero();
        }
    }
}
