package dev.handover.development;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL server that needs no installation, for development and tests.
 *
 * <p>It outlives nothing: closing stops it, and what a killed virtual machine left running is stopped at the next start
 * in the same directory. It is reached on a free port of this machine only. Connections come from the caller's pool;
 * the library's own data source has none.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The library waits 10 s, which a busy machine can exceed. */
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private static final Duration ORPHAN_SHUTDOWN = Duration.ofSeconds(20);
    private static final String OWNER = "postgres";
    private static final String APPLICATION = "handover";
    /** Exists once a server has come up in the directory; without it an interrupted set-up is begun again. */
    private static final String COMPLETE = "handover-complete";

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;
    private final Path disposable;

    private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres server, Path disposable) {
        this.lockFile = lockFile;
        this.server = server;
        this.disposable = disposable;
    }

    /**
     * Starts a server that keeps its data in the directory and loses nothing it has acknowledged, whatever kills it.
     *
     * @throws IllegalStateException if another running application uses the directory
     */
    public static EmbeddedDatabase durable(Path directory) {
        return start(directory, true);
    }

    /** Starts a fast server with an empty directory below {@code parent}, deleted on close. */
    public static EmbeddedDatabase disposable(Path parent) {
        removeLeftovers(parent);
        return start(parent.resolve("postgres-" + ProcessHandle.current().pid()), false);
    }

    private static EmbeddedDatabase start(Path relative, boolean durable) {
        var directory = relative.toAbsolutePath().normalize();
        try {
            Files.createDirectories(directory.getParent());
            var lockFile = lock(directory);
            stopOrphan(directory);
            if (!durable || !Files.exists(directory.resolve(COMPLETE))) {
                FileSystemUtils.deleteRecursively(directory);
            }
            var server = startServer(directory, durable ? "on" : "off");
            createApplicationRole(server);
            Files.writeString(directory.resolve(COMPLETE), "");
            return new EmbeddedDatabase(lockFile, server, durable ? null : directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + directory, e);
        }
    }

    private static EmbeddedPostgres startServer(Path directory, String durable) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // it would stop the server before the application has finished with it
                .setPGStartupWait(STARTUP)
                .setServerConfig("fsync", durable) // the library starts its servers with both off
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C")
                .start();
    }

    private static void createApplicationRole(EmbeddedPostgres server) {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl(OWNER, "postgres"), OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute(
                    "do $$ begin if not exists (select 1 from pg_roles where rolname = '%1$s')".formatted(APPLICATION)
                            + " then create role %1$s login; end if; end $$".formatted(APPLICATION));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the role of the application", e);
        }
    }

    /** Address of a database of this server, for a connection pool. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
    }

    /** The owner of the tables. */
    public String user() {
        return OWNER;
    }

    /** What the application works as; gets its rights when tables are made. */
    public String applicationUser() {
        return APPLICATION;
    }

    @Override
    public void close() {
        try {
            server.close();
            if (disposable != null) {
                FileSystemUtils.deleteRecursively(disposable); // under the lock: others clear up what nobody holds
                Files.deleteIfExists(lockPath(disposable));
            }
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop PostgreSQL", e);
        }
    }

    /** The lock ends with this virtual machine, however it ends; the server's own lock does not. */
    private static FileChannel lock(Path directory) throws IOException {
        var channel = FileChannel.open(lockPath(directory), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException(
                    "The database directory %s is in use by another running application. Stop that one, or choose another directory."
                            .formatted(directory));
        }
        return channel;
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisVirtualMachine) {
            return null;
        }
    }

    private static Path lockPath(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".lock");
    }

    /** Stops the server of a killed virtual machine. Only called under the lock, so nobody uses that server any more. */
    private static void stopOrphan(Path directory) throws IOException {
        var pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readString(pidFile).lines().findFirst().orElse("").trim();
        if (pid.matches("\\d{1,9}")) {
            var orphan = ProcessHandle.of(Long.parseLong(pid)).filter(process -> serves(process, directory));
            if (orphan.isPresent()) {
                stop(orphan.get());
            }
        }
        // The number may have passed on to a process that has nothing to do with us, and PostgreSQL would wait for it.
        Files.deleteIfExists(pidFile);
    }

    private static boolean serves(ProcessHandle process, Path directory) {
        var info = process.info();
        var isPostgres = info.command().orElse("").contains("postgres");
        return isPostgres
                && info.commandLine()
                        .map(line -> line.contains(directory.toString()))
                        .orElse(true);
    }

    private static void stop(ProcessHandle orphan) {
        orphan.destroy();
        try {
            orphan.onExit().get(ORPHAN_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            orphan.destroyForcibly(); // PostgreSQL recovers from its log
            orphan.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping PostgreSQL", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot stop PostgreSQL", e);
        }
    }

    /** Removes what killed test runs left: directories whose lock nobody holds. */
    private static void removeLeftovers(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (var locks = Files.newDirectoryStream(parent, "postgres-*.lock")) {
            for (var path : locks) {
                var name = path.getFileName().toString();
                removeLeftover(path, path.resolveSibling(name.substring(0, name.length() - ".lock".length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + parent, e);
        }
    }

    private static void removeLeftover(Path lockPath, Path directory) throws IOException {
        try (var channel = FileChannel.open(lockPath, StandardOpenOption.WRITE)) {
            if (tryLock(channel) == null) {
                return;
            }
            stopOrphan(directory.toAbsolutePath().normalize());
            FileSystemUtils.deleteRecursively(directory);
            Files.deleteIfExists(lockPath);
        } catch (NoSuchFileException e) {
            // another virtual machine has just closed its database
        }
    }
}
