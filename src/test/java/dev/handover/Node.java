package dev.handover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * One node of an installation: a virtual machine of its own that runs the product as it is packaged, without the
 * development world and with the job executor on. (Two engines of one name cannot be in one virtual machine.)
 */
public final class Node implements AutoCloseable {

    public static final String ADMIN = "root.admin";
    public static final String PASSWORD = "Correct-Horse-7-Battery";

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final long START_MINUTES = 4;

    /** In megabytes. */
    private static final int USUAL_HEAP = 512;

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Node(Process process) {
        this.process = process;
        var reader = new Thread(this::read, "output of node " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Begins to start a node on the database; {@link #port()} waits until it is up. */
    public static Node start(JdbcConnectionDetails database) {
        return start(database, Map.of());
    }

    /** @param more settings of its own, or that replace the usual ones */
    public static Node start(JdbcConnectionDetails database, Map<String, String> more) {
        return start(HandoverApplication.class, database, more);
    }

    /** A node that knows the people of the samples; each one's password is their id. */
    public static Node startWithPeople(JdbcConnectionDetails database, Map<String, String> more) {
        return start(NodeWithPeople.class, database, more);
    }

    /** The same with another heap than usual. @param heap in megabytes */
    public static Node startWithPeople(JdbcConnectionDetails database, int heap, Map<String, String> more) {
        return start(NodeWithPeople.class, database, heap, more);
    }

    private static Node start(Class<?> main, JdbcConnectionDetails database, Map<String, String> more) {
        return start(main, database, USUAL_HEAP, more);
    }

    private static Node start(Class<?> main, JdbcConnectionDetails database, int heap, Map<String, String> more) {
        var settings = new TreeMap<>(Map.of(
                "server.port", "0",
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.datasource.username", database.getUsername(),
                "spring.mail.host", "localhost",
                "handover.base-url", "http://localhost",
                "handover.notice.from", "handover@handover.example",
                "handover.database.allow-unsafe", "true",
                "handover.initial-admin.user-id", ADMIN,
                "handover.initial-admin.password", PASSWORD));
        settings.put("spring.flyway.user", TestDatabase.owner(database).user());
        settings.put("spring.flyway.password", "");
        settings.putAll(more);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx%dm".formatted(heap),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        settings.forEach((name, value) -> command.add("--%s=%s".formatted(name, value)));
        try {
            return new Node(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new IllegalStateException("cannot start a node", e);
        }
    }

    /** Waits until the node is up, and tells its port. */
    public int port() {
        try {
            return port.get(START_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the node did not come up:\n" + String.join("\n", lines()), e);
        }
    }

    /** Waits for the node to end by itself, and tells what it wrote. */
    public List<String> awaitEnd() throws InterruptedException {
        if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("the node is still up");
        }
        return lines();
    }

    /** Kills the node in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets the node finish what it does, as an orchestrator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** What the node has written so far. */
    public List<String> lines() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    private void read() {
        var found = 0;
        try (var reader = process.inputReader()) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                var matcher = PORT.matcher(line);
                found = matcher.find() ? Integer.parseInt(matcher.group(1)) : found;
                if (line.contains("Started HandoverApplication")) {
                    port.complete(found);
                }
            }
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
        port.completeExceptionally(new IllegalStateException("the node has ended"));
    }
}
