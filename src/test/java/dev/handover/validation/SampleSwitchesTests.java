package dev.handover.validation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.CheckRunner;
import dev.handover.development.customer.Part;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.plan.Plan;
import dev.handover.plan.PlanReader;
import dev.handover.shared.Directory;
import dev.handover.shared.Person;
import dev.handover.shared.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The page of switches tells the truth: each switch of the sample environment fails the checks it names, and no others. */
class SampleSwitchesTests {

    private static final String WORKFLOW = "workflow-Release a work order";

    private static final String[] OF_PERSONAS = {
        "role-administrator", "role-operator", "role-viewer", "role-integration-owner", "role-support-user", WORKFLOW
    };

    /** Ids of the failing checks for the small sample plan. */
    private static final Map<Part, Set<String>> FAILING = Map.ofEntries(
            entry(Part.ENVIRONMENT_LABEL, Set.of("environment")),
            entry(Part.TENANT, Set.of("environment")),
            entry(Part.SIGN_IN, Set.of(OF_PERSONAS)),
            entry(Part.ROLES, Set.of("role-viewer")),
            entry(Part.OPERATOR_WORK_ORDERS, Set.of("role-operator", WORKFLOW)),
            entry(Part.WORK_ORDER_RELEASE, Set.of(WORKFLOW)),
            entry(Part.WORK_ORDER_DELETION, Set.of(WORKFLOW)),
            entry(Part.OIDC, Set.of("oidc")),
            entry(Part.JWKS, Set.of("oidc")),
            entry(Part.CONNECTORS, Set.of("integration-erp-orders")),
            entry(Part.API_KEYS, Set.of("integration-erp-key")),
            entry(Part.JOBS, Set.of("integration-asset-import", "integration-shift-report")),
            entry(
                    Part.MONITORING,
                    Set.of("query-All targets answer", "query-Fewer than one request in a hundred fails")),
            entry(Part.ERROR_RATE, Set.of("query-Fewer than one request in a hundred fails")),
            entry(Part.HEALTH, Set.of("health-/health")),
            entry(Part.BACKUP, Set.of("backup")),
            entry(Part.RESTORE_TEST, Set.of("backup")));

    private final Clock clock = Clock.systemUTC();
    private final SampleCustomerEnvironment environment = new SampleCustomerEnvironment(clock);
    private final Directory everybody = id -> Optional.of(new Person(id, id, id + "@handover.example"));
    private final ApplicationContextRunner checks = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Checks.class)
            .withBean(Clock.class, () -> clock)
            .withBean(Directory.class, () -> everybody);

    @BeforeEach
    void start() {
        environment.start(0);
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @Test
    void everyCheckPassesWhileEverythingWorks() {
        assertThat(failing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void aBrokenPartFailsTheChecksItNames(Part part) {
        environment.switches().breakDown(part);
        assertThat(failing()).isEqualTo(FAILING.get(part));
    }

    @Test
    void oneBrokenConnectorFailsItsCheck() {
        environment.switches().breakDown("connector-erp-orders");
        assertThat(failing()).containsExactly("integration-erp-orders");
        environment.switches().mend("connector-erp-orders");
        environment.switches().breakDown("connector-another");
        assertThat(failing()).isEmpty();
    }

    /** Runs every check of the small sample plan; the environment's address is left out of the ids. */
    private Set<String> failing() {
        var host = "localhost:" + environment.port();
        var failing = new TreeSet<String>();
        checks.withPropertyValues("spring.profiles.active=development", "sample.host=" + host)
                .run(context -> {
                    var plan = plan(context.getBean(PlanReader.class), host);
                    var runner = context.getBean(CheckRunner.class);
                    for (var step : Step.validated()) {
                        runner.run(new CheckCatalogue().requests(step, plan)).stream()
                                .filter(result -> !result.passed())
                                .map(result -> result.id().replace("http://" + host, ""))
                                .forEach(failing::add);
                    }
                });
        return failing;
    }

    private Plan plan(PlanReader reader, String host) throws IOException {
        var document = Files.readString(Path.of("samples/aurora-small.yaml"));
        return reader.read(document.replace("localhost:8090", host), clock.instant());
    }

    /** The product's checks with the settings of the development environment, and nothing else of the product. */
    @TestConfiguration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = "dev.handover.checks",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"))
    @ConfigurationPropertiesScan("dev.handover.checks")
    @Import(PlanReader.class)
    static class Checks {}
}
