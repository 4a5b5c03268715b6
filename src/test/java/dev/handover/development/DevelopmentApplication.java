package dev.handover.development;

import dev.handover.HandoverApplication;
import org.springframework.boot.SpringApplication;

/** {@code mvn spring-boot:test-run}: the product with everything around it that an installation has elsewhere. */
public class DevelopmentApplication {

    public static void main(String[] args) {
        SpringApplication.from(HandoverApplication::main)
                .with(
                        DevelopmentDatabase.class,
                        SamplePeople.class,
                        SampleCustomerEnvironmentConfiguration.class,
                        EngineFollowsClock.class)
                .withAdditionalProfiles("development")
                .run(args);
    }
}
