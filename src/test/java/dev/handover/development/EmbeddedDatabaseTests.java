package dev.handover.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    private static final String WRITE = "create table note (line text); insert into note values ('kept')";

    @TempDir
    private Path parent;

    @Test
    void dataAndDurabilityOutliveARestart() throws Exception {
        var directory = parent.resolve("postgres");
        try (var database = EmbeddedDatabase.durable(directory)) {
            execute(database, WRITE);
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        }
        try (var database = EmbeddedDatabase.durable(directory)) {
            assertThat(ask(database, "select line from note")).isEqualTo("kept");
        }
    }

    @Test
    void dataOutlivesTheKillingOfTheVirtualMachineWhichLeavesTheServerRunning() throws Exception {
        var directory = parent.resolve("postgres");
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        waitUntilWritten(killed);
        var orphan = serverOf(directory);
        killed.destroyForcibly().waitFor();
        assertThat(orphan.isAlive()).isTrue();
        try (var database = EmbeddedDatabase.durable(directory)) {
            assertThat(ask(database, "select line from note")).isEqualTo("kept");
        }
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void aServerThatWasKilledItselfRecovers() throws Exception {
        var directory = parent.resolve("postgres");
        try (var database = EmbeddedDatabase.durable(directory)) {
            execute(database, WRITE);
            var server = serverOf(directory);
            server.destroyForcibly();
            server.onExit().get(20, TimeUnit.SECONDS);
        }
        try (var database = EmbeddedDatabase.durable(directory)) {
            assertThat(ask(database, "select line from note")).isEqualTo("kept");
        }
    }

    @Test
    void aProcessNumberThatSomebodyElseHasNowIsNoHindrance() throws Exception {
        var directory = parent.resolve("postgres");
        try (var database = EmbeddedDatabase.durable(directory)) {
            execute(database, WRITE);
        }
        Files.writeString(
                directory.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + directory + "\n");
        try (var database = EmbeddedDatabase.durable(directory)) {
            assertThat(ask(database, "select line from note")).isEqualTo("kept");
        }
    }

    @Test
    void anInterruptedSetUpIsBegunAgain() throws Exception {
        var directory = Files.createDirectories(parent.resolve("postgres"));
        Files.writeString(directory.resolve("PG_VERSION"), "17\n");
        try (var database = EmbeddedDatabase.durable(directory)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aDirectoryInUseIsRefusedInWords() {
        var directory = parent.resolve("postgres");
        try (var database = EmbeddedDatabase.durable(directory)) {
            assertThat(database.user()).isEqualTo("postgres");
            assertThatThrownBy(() -> EmbeddedDatabase.durable(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use by another running application");
        }
    }

    @Test
    void aDisposableServerLeavesNothing() {
        try (var database = EmbeddedDatabase.disposable(parent)) {
            assertThat(database.url("postgres")).startsWith("jdbc:postgresql://localhost:");
        }
        assertThat(parent).isEmptyDirectory();
    }

    private static void waitUntilWritten(Process process) throws IOException {
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.lines().anyMatch(Doomed.WRITTEN::equals)).isTrue();
        }
    }

    private static ProcessHandle serverOf(Path directory) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim())).orElseThrow();
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url("postgres"), database.user(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url("postgres"), database.user(), "");
                var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Writes to a durable database, says so, and waits to be killed. */
    static final class Doomed {

        private static final String WRITTEN = "WRITTEN";

        private Doomed() {}

        public static void main(String[] arguments) throws Exception {
            var database = EmbeddedDatabase.durable(Path.of(arguments[0]));
            execute(database, WRITE);
            System.out.println(WRITTEN);
            new CountDownLatch(1).await();
        }
    }
}
