package dev.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Go-live and handover as an evidence-based handoff: one Spring Boot application with the Camunda 7 engine embedded. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HandoverApplication {

    public static void main(String[] args) {
        SpringApplication.run(HandoverApplication.class, args);
    }

    /**
     * The only source of time, to the microsecond, since PostgreSQL keeps no more: what was just written reads the same.
     * Development and tests bring one that can be moved.
     */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
