package dev.handover.validation;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.checks.CheckRunner;
import dev.handover.development.customer.MailDomain;
import dev.handover.development.customer.Part;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.plan.Plan;
import dev.handover.plan.PlanReader;
import dev.handover.shared.Directory;
import dev.handover.shared.Person;
import dev.handover.shared.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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

    /** Ids of the failing checks for the small sample plan. */
    private static final Map<Part, Set<String>> FAILING = Map.ofEntries(
            entry(Part.ENVIRONMENT_LABEL, Set.of("environment")),
            entry(Part.TENANT, Set.of("environment")),
            entry(Part.VERSION, Set.of()),
            entry(Part.SIGN_IN, and(ofPersonas("sign-in-", "role-"), WORKFLOW)),
            entry(Part.ROLES, Set.of("role-viewer")),
            entry(Part.OPERATOR_WORK_ORDERS, Set.of("role-operator", WORKFLOW)),
            entry(Part.OIDC, and(ofPersonas("sign-in-", "role-"), "oidc", "oidc-client", WORKFLOW)),
            entry(Part.IDENTITY_PROVIDER, Set.of()),
            entry(Part.JWKS, and(ofPersonas("sign-in-"), "oidc", "oidc-client")),
            entry(Part.OIDC_CLIENT, and(ofPersonas("sign-in-", "role-"), "oidc-client", WORKFLOW)),
            entry(Part.TOKEN_ROLES, Set.of("sign-in-operator")),
            entry(Part.SAML_CERTIFICATE, Set.of()),
            entry(Part.LOGIN_FORM, Set.of()),
            entry(Part.WORK_ORDER_RELEASE, Set.of(WORKFLOW)),
            entry(Part.WORK_ORDER_DELETION, Set.of(WORKFLOW)),
            entry(Part.CONNECTORS, Set.of("integration-erp-orders")),
            entry(Part.API_KEYS, Set.of("integration-erp-key")),
            entry(Part.JOBS, Set.of("integration-asset-import", "integration-shift-report")),
            entry(
                    Part.MONITORING,
                    Set.of("query-All targets answer", "query-Fewer than one request in a hundred fails")),
            entry(Part.ERROR_RATE, Set.of("query-Fewer than one request in a hundred fails")),
            entry(Part.HEALTH, Set.of("health-/health")),
            entry(Part.TARGET, Set.of("targets")),
            entry(Part.ALERT, Set.of("alertmanager")),
            entry(Part.MAIL_DOMAIN, Set.of("mail-domain-handover.example")),
            entry(Part.BACKUP, Set.of("backup")),
            entry(Part.RESTORE_TEST, Set.of("backup")));

    private static Set<String> ofPersonas(String... prefixes) {
        var ids = new TreeSet<String>();
        for (var role : Plan.TestUserRole.values()) {
            for (var prefix : prefixes) {
                ids.add(prefix + role.slug());
            }
        }
        return ids;
    }

    private static Set<String> and(Set<String> ids, String... more) {
        var all = new TreeSet<>(ids);
        all.addAll(List.of(more));
        return all;
    }

    private static final String SMALL = "aurora-small.yaml";

    /** What only larger plans look at. */
    private static final Set<Part> OF_MEDIUM = Set.of(Part.TARGET, Part.ALERT);

    private final Clock clock = Clock.systemUTC();
    private final SampleCustomerEnvironment environment = new SampleCustomerEnvironment(clock);
    private final Directory everybody = id -> Optional.of(new Person(id, id, id + "@handover.example"));
    private final ApplicationContextRunner checks = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Checks.class)
            .withBean(Clock.class, () -> clock)
            .withBean(Directory.class, () -> everybody);

    private MailDomain mailDomain;

    @BeforeEach
    void start() {
        environment.start(0);
        mailDomain = new MailDomain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), environment.switches());
    }

    @AfterEach
    void close() {
        mailDomain.close();
        environment.close();
    }

    @Test
    void everyCheckPassesWhileEverythingWorks() {
        assertThat(failing()).isEmpty();
        assertThat(failing("aurora-medium.yaml")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, mode = EnumSource.Mode.EXCLUDE, names = "SLOW")
    void aBrokenPartFailsTheChecksItNames(Part part) {
        environment.switches().breakDown(part);
        var sample = OF_MEDIUM.contains(part) ? "aurora-medium.yaml" : SMALL;
        assertThat(failing(sample)).isEqualTo(FAILING.get(part));
    }

    @Test
    void oneBrokenConnectorFailsItsCheck() {
        environment.switches().breakDown("connector-erp-orders");
        assertThat(failing()).containsExactly("integration-erp-orders");
        environment.switches().mend("connector-erp-orders");
        environment.switches().breakDown("connector-another");
        assertThat(failing()).isEmpty();
    }

    @Test
    void theLoginPageOfTheMediumPlanLetsEverybodyInUntilItIsBroken() {
        assertThat(failing("aurora-medium.yaml")).isEmpty();
        environment.switches().breakDown(Part.LOGIN_FORM);
        assertThat(failing("aurora-medium.yaml"))
                .isEqualTo(and(
                        ofPersonas("sign-in-", "role-"),
                        "workflow-Release a work order in Hamburg and confirm it in Leipzig",
                        "workflow-Simulate a changed shift plan"));
        environment.switches().mend(Part.LOGIN_FORM);
        environment.switches().breakDown(Part.ROLES);
        assertThat(failing("aurora-medium.yaml")).containsExactly("role-viewer");
    }

    @Test
    void theMetadataOfTheLargePlanIsGoodUntilItsCertificateHasExpired() {
        assertThat(failing("aurora-large.yaml")).isEmpty();
        environment.switches().breakDown(Part.SAML_CERTIFICATE);
        assertThat(failing("aurora-large.yaml")).containsExactly("saml");
    }

    private Set<String> failing() {
        return failing(SMALL);
    }

    /** Runs every check of a sample plan; the environment's address is left out of the ids. */
    private Set<String> failing(String sample) {
        var host = "localhost:" + environment.port();
        var failing = new TreeSet<String>();
        checks.withPropertyValues(
                        "spring.profiles.active=development",
                        "sample.host=" + host,
                        "sample.dns.port=" + mailDomain.port())
                .run(context -> {
                    var plan = plan(context.getBean(PlanReader.class), sample, host);
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

    private Plan plan(PlanReader reader, String sample, String host) throws IOException {
        var document = Files.readString(Path.of("samples", sample));
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
