package dev.handover;

import dev.handover.development.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives each Spring test context an empty database of its own on the one PostgreSQL server of the test run. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testConnectionDetails() {
        return create();
    }

    /** As in an installation: the owner makes the tables, and the application works as somebody who may not change them. */
    @Bean
    FlywayConnectionDetails testOwnerDetails(JdbcConnectionDetails database) {
        return owner(database);
    }

    @Bean
    DatabaseOwner databaseOwner(JdbcConnectionDetails database) {
        return new DatabaseOwner(owner(database));
    }

    /** How the owner of its tables reaches the database. */
    public static OwnerDetails owner(JdbcConnectionDetails database) {
        return new OwnerDetails(database.getJdbcUrl(), Server.RUNNING.user());
    }

    /** A new, empty database, as the application reaches it. */
    public static JdbcConnectionDetails create() {
        var name = "handover_" + DATABASES.incrementAndGet();
        var details = new ConnectionDetails(Server.RUNNING.url(name), Server.RUNNING.applicationUser());
        try (var connection = DriverManager.getConnection(Server.RUNNING.url("postgres"), Server.RUNNING.user(), "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return details;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    /** Started by the first test that asks; stopped after the last Spring context of this virtual machine has closed. */
    private static final class Server {

        private static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            var server = EmbeddedDatabase.disposable(Path.of("target"));
            SpringApplication.getShutdownHandlers().add(server::close);
            return server;
        }
    }

    private record ConnectionDetails(String url, String user) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    /** The owner's way to a database. */
    public record OwnerDetails(String url, String user) implements FlywayConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return "";
        }
    }
}
