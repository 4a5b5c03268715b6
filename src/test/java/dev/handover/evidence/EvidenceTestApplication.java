package dev.handover.evidence;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.handover.TestDatabase;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What {@link EvidenceTest} starts. No configuration class by annotation, so that the application's own scan passes it by. */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
        })
@ConfigurationPropertiesScan({"dev.handover.evidence", "dev.handover.checks.guard"})
@ComponentScan(
        basePackages = {
            "dev.handover.audit",
            "dev.handover.records",
            "dev.handover.evidence",
            "dev.handover.checks.guard"
        },
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ComponentScan(
        basePackages = "dev.handover.api",
        useDefaultFilters = false,
        includeFilters = @Filter(RestControllerAdvice.class))
@Import({TestDatabase.class, TestGoLives.class, ChangesSeen.class})
class EvidenceTestApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    static TestPages pages() throws IOException {
        return new TestPages();
    }

    @Bean
    static DynamicPropertyRegistrar reachablePages(TestPages pages) {
        return registry -> {
            registry.add("handover.checks.allowed-hosts[0].pattern", pages::host);
            registry.add("handover.checks.allowed-hosts[0].schemes", () -> "http");
            registry.add("handover.checks.allowed-hosts[0].private", () -> "true");
        };
    }

    @Bean(destroyMethod = "close")
    static TestClamd clamd() throws IOException {
        return new TestClamd();
    }

    /** A scanner is set up, so that every upload of these tests passes it as it would in an installation with one. */
    @Bean
    static DynamicPropertyRegistrar scanner(TestClamd clamd) {
        return registry -> {
            registry.add("handover.evidence.malware-scan.host", () -> "localhost");
            registry.add("handover.evidence.malware-scan.port", clamd::port);
            registry.add("handover.evidence.malware-scan.timeout", () -> "5s");
        };
    }

    @Bean
    SecurityFilterChain basicLogin(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(
                User.withUsername("requester").password("{noop}requester").build(),
                User.withUsername("auditor").password("{noop}auditor").build(),
                User.withUsername("outsider").password("{noop}outsider").build());
    }
}
