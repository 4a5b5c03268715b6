package dev.handover.closing;

import static org.springframework.security.config.Customizer.withDefaults;

import dev.handover.TestDatabase;
import dev.handover.development.customer.MailDomain;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.time.AdjustableClock;
import dev.handover.evidence.EvidenceAccess;
import dev.handover.golive.GoLiveRegister;
import dev.handover.process.ShippedReliance;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Person;
import dev.handover.shared.Refusal;
import dev.handover.signoff.ReadinessDecision;
import dev.handover.signoff.Reliance;
import dev.handover.signoff.SignerProof;
import dev.handover.stabilization.Reading;
import dev.handover.stabilization.SignalAssessment;
import dev.handover.validation.Blocker;
import dev.handover.validation.Troubleshooting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What {@link ClosingTest} starts. No configuration class by annotation, so that the application's own scan passes it by. */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
        })
@EntityScan("dev.handover")
@EnableJpaRepositories(basePackages = "dev.handover", considerNestedRepositories = true)
@ConfigurationPropertiesScan({"dev.handover.evidence", "dev.handover.checks"})
@ComponentScan(
        basePackages = {
            "dev.handover.plan",
            "dev.handover.audit",
            "dev.handover.golive",
            "dev.handover.checks",
            "dev.handover.evidence",
            "dev.handover.validation",
            "dev.handover.signoff",
            "dev.handover.release",
            "dev.handover.stabilization",
            "dev.handover.closing"
        },
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.REGEX, pattern = "dev\\.handover\\.stabilization\\.web\\..*")
        })
@ComponentScan(
        basePackages = "dev.handover.api",
        useDefaultFilters = false,
        includeFilters = @Filter(RestControllerAdvice.class))
@Import({TestDatabase.class, SilentProcess.class, Story.class})
class ClosingTestApplication {

    private static final Map<String, String> NAMES = Map.of(
            "requester", "Rita Requardt",
            "production", "Paul Prodan",
            "support", "Susan Sauer",
            "business", "Bianca Berg",
            "change", "Charles Chang",
            "environment", "Erik Engel",
            "customer", "Cora Kunde",
            "validator", "Vera Valid",
            "auditor", "Aron Audit",
            "outsider", "Olaf Outsider");

    @Bean
    Reliance reliance() {
        return ShippedReliance.read();
    }

    /** Everybody has just proven who they are. */
    @Bean
    SignerProof signerProof() {
        return asked -> {};
    }

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock();
    }

    @Bean(destroyMethod = "close")
    static SampleCustomerEnvironment customerEnvironment(AdjustableClock clock) {
        return new SampleCustomerEnvironment(clock).start(0);
    }

    @Bean(destroyMethod = "close")
    static MailDomain mailDomain(SampleCustomerEnvironment customer) {
        return new MailDomain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), customer.switches());
    }

    @Bean
    static DynamicPropertyRegistrar reachableAddresses(SampleCustomerEnvironment customer, MailDomain mailDomain) {
        var host = "localhost:" + customer.port();
        return registry -> {
            registry.add("handover.checks.name-servers", () -> "127.0.0.1:" + mailDomain.port());
            registry.add("handover.checks.allowed-hosts[0].pattern", () -> host);
            registry.add("handover.checks.allowed-hosts[0].schemes", () -> "http");
            registry.add("handover.checks.allowed-hosts[0].private", () -> "true");
            Map.of(
                            "aurora-administrator", "ada.admin-pw",
                            "aurora-operator", "otto.operator-pw",
                            "aurora-viewer", "vera.viewer-pw",
                            "aurora-integration-owner", "ida.integration-pw",
                            "aurora-support-user", "sam.support-pw",
                            "aurora-erp-key", "erp-token",
                            "aurora-oidc-client", "handover-checks-secret")
                    .forEach((name, value) -> {
                        registry.add("handover.secrets.%s.value".formatted(name), () -> value);
                        registry.add("handover.secrets.%s.hosts[0]".formatted(name), () -> host);
                    });
        };
    }

    @Bean
    Directory directory() {
        return id -> Optional.ofNullable(NAMES.get(id)).map(name -> new Person(id, name, id + "@handover.example"));
    }

    @Bean
    SignalAssessment signalAssessment() {
        return (value, limits) ->
                value >= limits.breach() ? Reading.BREACH : value >= limits.watch() ? Reading.WATCH : Reading.QUIET;
    }

    @Bean
    ReadinessDecision readinessDecision() {
        return facts -> new ReadinessDecision.Verdict("ready", "");
    }

    @Bean
    Troubleshooting troubleshooting() {
        return symptom -> List.of(new Blocker.Hint("Look at " + symptom, null));
    }

    @Bean
    EvidenceAccess evidenceAccess(GoLiveRegister register) {
        return new OutsidersSeeNothing(register);
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
                User.withUsername("auditor").password("{noop}auditor").build(),
                User.withUsername("outsider").password("{noop}outsider").build());
    }

    private record OutsidersSeeNothing(GoLiveRegister register) implements EvidenceAccess {

        @Override
        public void checkMayRead(GoLiveKey goLive) {
            var person = SecurityContextHolder.getContext().getAuthentication().getName();
            if (person.equals("outsider")) {
                throw Refusal.notFound("go-live", goLive);
            }
            register.get(goLive);
        }

        @Override
        public void checkMayAdd(GoLiveKey goLive) {
            checkMayRead(goLive);
            checkOpen(goLive);
        }

        @Override
        public void checkOpen(GoLiveKey goLive) {
            register.running(goLive);
        }
    }
}
