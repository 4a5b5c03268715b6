package dev.handover.development;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The embedded PostgreSQL of the development environment; Spring closes it after the connection pool that uses it. */
@TestConfiguration(proxyBeanMethods = false)
class DevelopmentDatabase {

    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${handover.development.data}") Path directory) {
        return EmbeddedDatabase.durable(directory.resolve("postgres"));
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url("postgres");
            }

            @Override
            public String getUsername() {
                return database.applicationUser();
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }

    /** Tables are made by their owner, so that the application cannot change what it may not. */
    @Bean
    FlywayConnectionDetails embeddedOwnerDetails(EmbeddedDatabase database) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return database.url("postgres");
            }

            @Override
            public String getUsername() {
                return database.user();
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }
}
