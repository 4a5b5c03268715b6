package dev.handover.development.customer;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.SignedJWT;
import dev.handover.development.http.Caller;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every switch breaks exactly what it says: all answers of the environment are compared before and after. */
class SwitchesTests {

    /** Everything a check may look at, by a name of its own; the value is what a checker would see of it. */
    private static final Map<String, Function<Caller, String>> PROBES = Map.ofEntries(
            entry(
                    "label",
                    caller ->
                            caller.get("/api/environment").json().path("label").asText()),
            entry(
                    "tenant",
                    caller ->
                            caller.get("/api/environment").json().path("tenant").asText()),
            entry(
                    "version",
                    caller -> caller.get("/api/environment")
                            .json()
                            .path("version")
                            .asText()),
            entry("health", caller -> answer(caller, "/health")),
            entry("administrator signs in", caller -> statusAs(caller, "ada.admin", "/api/me")),
            entry("administrator reaches users", caller -> statusAs(caller, "ada.admin", "/api/admin/users")),
            entry("operator reaches work orders", caller -> statusAs(caller, "otto.operator", "/api/work-orders")),
            entry("operator reaches scenes", caller -> statusAs(caller, "otto.operator", "/api/scenes")),
            entry("operator reaches users", caller -> statusAs(caller, "otto.operator", "/api/admin/users")),
            entry("viewer reaches users", caller -> statusAs(caller, "vera.viewer", "/api/admin/users")),
            entry("viewer reaches work orders", caller -> statusAs(caller, "vera.viewer", "/api/work-orders")),
            entry("support reaches tickets", caller -> statusAs(caller, "sam.support", "/api/tickets")),
            entry("wrong password", caller -> status(caller.getAs("ada.admin", "wrong", "/api/me"))),
            entry("token signs in", SwitchesTests::tokenStatus),
            entry("client gets a token", SwitchesTests::clientStatus),
            entry("operator's roles", SwitchesTests::rolesOfOperator),
            entry(
                    "saml certificate",
                    caller -> caller.get("/saml/metadata").body().replaceAll("validUntil=\"[^\"]*\"", "")),
            entry("login page lets in", SwitchesTests::landingAfterLogin),
            entry("release of a work order", SwitchesTests::releaseStatus),
            entry("deletion of a work order", SwitchesTests::deletionStatus),
            entry("discovery", caller -> status(caller.get("/oidc/.well-known/openid-configuration"))),
            entry(
                    "authorization endpoint",
                    caller -> caller.get("/oidc/.well-known/openid-configuration")
                            .json()
                            .path("authorization_endpoint")
                            .asText()),
            entry(
                    "signing keys",
                    caller -> caller.get("/oidc/jwks").json().path("keys").size() + " keys"),
            entry("connector erp", caller -> answer(caller, "/connectors/erp")),
            entry("connector mes", caller -> answer(caller, "/connectors/mes")),
            entry("api key", caller -> status(caller.get("/api-keys/erp", "Authorization", "Bearer erp-token"))),
            entry("job", caller -> answer(caller, "/jobs/nightly")),
            entry("prometheus", caller -> status(caller.get("/prometheus/-/healthy"))),
            entry("targets", caller -> answer(caller, "/prometheus/api/v1/targets")),
            entry("alertmanager", caller -> answer(caller, "/alertmanager/api/v2/status")),
            entry("receivers", caller -> answer(caller, "/alertmanager/api/v2/receivers")),
            entry("alerts", caller -> answer(caller, "/alertmanager/api/v2/alerts")),
            entry("up", caller -> metric(caller, "up")),
            entry("probe success", caller -> metric(caller, "probe_success")),
            entry("error rate", caller -> metric(caller, "http_error_rate")),
            entry(
                    "last backup",
                    caller -> caller.get("/backup").json().path("lastBackup").asText()),
            entry(
                    "restore test",
                    caller ->
                            caller.get("/backup").json().path("lastRestoreTest").asText()),
            entry("product page", caller -> status(caller.get("/"))));

    /** Which probes each part changes, and no others. */
    private static final Map<Part, Set<String>> CHANGES = Map.ofEntries(
            entry(Part.ENVIRONMENT_LABEL, Set.of("label")),
            entry(Part.TENANT, Set.of("tenant")),
            entry(Part.VERSION, Set.of("version")),
            entry(Part.HEALTH, Set.of("health")),
            entry(
                    Part.SIGN_IN,
                    Set.of(
                            "token signs in",
                            "operator's roles",
                            "login page lets in",
                            "release of a work order",
                            "deletion of a work order",
                            "administrator signs in",
                            "administrator reaches users",
                            "operator reaches work orders",
                            "operator reaches scenes",
                            "operator reaches users",
                            "viewer reaches users",
                            "viewer reaches work orders",
                            "support reaches tickets")),
            entry(Part.ROLES, Set.of("viewer reaches users")),
            entry(Part.OPERATOR_WORK_ORDERS, Set.of("operator reaches work orders")),
            entry(Part.OIDC, Set.of("discovery", "authorization endpoint")),
            entry(Part.IDENTITY_PROVIDER, Set.of("authorization endpoint")),
            entry(Part.JWKS, Set.of("signing keys")),
            entry(Part.OIDC_CLIENT, Set.of("client gets a token")),
            entry(Part.TOKEN_ROLES, Set.of("operator's roles")),
            entry(Part.SAML_CERTIFICATE, Set.of("saml certificate")),
            entry(Part.LOGIN_FORM, Set.of("login page lets in")),
            entry(Part.WORK_ORDER_RELEASE, Set.of("release of a work order")),
            entry(Part.WORK_ORDER_DELETION, Set.of("deletion of a work order")),
            entry(Part.CONNECTORS, Set.of("connector erp", "connector mes")),
            entry(Part.API_KEYS, Set.of("api key")),
            entry(Part.JOBS, Set.of("job")),
            entry(Part.MONITORING, Set.of("prometheus", "targets", "up", "probe success", "error rate")),
            entry(Part.ERROR_RATE, Set.of("error rate")),
            entry(Part.TARGET, Set.of("targets")),
            entry(Part.ALERT, Set.of("alerts")),
            entry(Part.MAIL_DOMAIN, Set.of()), // of the name server, see MailDomainTests
            entry(Part.BACKUP, Set.of("last backup")),
            entry(Part.RESTORE_TEST, Set.of("restore test")),
            entry(Part.SLOW, Set.of()));

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final SampleCustomerEnvironment environment = new SampleCustomerEnvironment(CLOCK, Duration.ofMillis(1));
    private final Switches switches = environment.switches();
    private Caller caller;

    @BeforeEach
    void start() {
        caller = new Caller(environment.start(0).baseUrl());
    }

    @AfterEach
    void close() {
        environment.close();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void aPartBreaksWhatItSaysAndNothingElseAndCanBeMended(Part part) {
        var working = observe();
        switches.breakDown(part);
        assertThat(differences(working, observe())).isEqualTo(CHANGES.get(part));

        switches.mend(part.switchName());
        assertThat(observe()).isEqualTo(working);
    }

    @Test
    void oneConnectorBreaksAlone() {
        var working = observe();
        switches.breakDown("connector-erp");
        assertThat(differences(working, observe())).containsExactly("connector erp");

        switches.mend("connector-erp");
        assertThat(observe()).isEqualTo(working);
    }

    @Test
    void mendingAllConnectorsLeavesTheOneBrokenByItself() {
        switches.breakDown("connector-erp");
        switches.breakDown("connectors");
        switches.mend("connectors");
        assertThat(caller.get("/connectors/erp").status()).isEqualTo(503);
        assertThat(caller.get("/connectors/mes").status()).isEqualTo(200);
    }

    @Test
    void allIsMendedTogether() {
        var working = observe();
        for (var part : Part.values()) {
            switches.breakDown(part);
        }
        switches.breakDown("connector-erp");
        assertThat(switches.brokenCount()).isEqualTo(Part.values().length + 1);
        switches.mendAll();
        assertThat(switches.brokenCount()).isZero();
        assertThat(observe()).isEqualTo(working);
    }

    @Test
    void anUnknownSwitchIsRefused() {
        for (var unknown : new String[] {"", "everything", "connector-", "connector-ERP"}) {
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> switches.breakDown(unknown));
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> switches.mend(unknown));
        }
        assertThat(switches.brokenCount()).isZero();
    }

    private Map<String, String> observe() {
        var seen = new LinkedHashMap<String, String>();
        PROBES.forEach((name, probe) -> seen.put(name, probe.apply(caller)));
        return seen;
    }

    private static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        var different = new TreeSet<String>();
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) {
                different.add(name);
            }
        });
        return different;
    }

    private static String status(Caller.Answer answer) {
        return String.valueOf(answer.status());
    }

    private static String answer(Caller caller, String path) {
        var answer = caller.get(path);
        return answer.status() + " " + answer.body();
    }

    private static String statusAs(Caller caller, String account, String path) {
        return status(caller.getAs(account, account + "-pw", path));
    }

    private static String metric(Caller caller, String series) {
        var answer = caller.get("/prometheus/api/v1/query?query=" + series);
        return answer.status() == 200
                ? answer.json().at("/data/result/0/value/1").asText()
                : status(answer);
    }

    private static String tokenStatus(Caller caller) {
        return status(caller.get("/api/me", "Authorization", bearer(caller)));
    }

    private static String releaseStatus(Caller caller) {
        return status(caller.postJson("/api/work-orders/WO-4711/release", "", "Authorization", bearer(caller)));
    }

    private static String deletionStatus(Caller caller) {
        var created = caller.postJson("/api/work-orders", "{\"title\":\"x\"}", "Authorization", bearer(caller));
        return status(caller.delete(created.header("Location"), "Authorization", bearer(caller)));
    }

    private static String bearer(Caller caller) {
        var form = Map.of("grant_type", "password", "username", "ada.admin", "password", "ada.admin-pw");
        var token = caller.post("/oidc/token", form).json().path("access_token").asText();
        return "Bearer " + token;
    }

    private static String clientStatus(Caller caller) {
        return status(caller.post(
                "/oidc/token",
                Map.of("grant_type", "client_credentials"),
                "Authorization",
                Caller.basic("handover-checks", "handover-checks-secret")));
    }

    private static String rolesOfOperator(Caller caller) {
        var form = Map.of("grant_type", "password", "username", "otto.operator", "password", "otto.operator-pw");
        var answer = caller.post("/oidc/token", form);
        if (answer.status() != 200) {
            return status(answer);
        }
        try {
            return SignedJWT.parse(answer.json().path("access_token").asText())
                    .getJWTClaimsSet()
                    .getStringListClaim("roles")
                    .toString();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static String landingAfterLogin(Caller caller) {
        var page = caller.get("/login");
        var token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var form = Map.of("_csrf", token, "username", "ada.admin", "password", "ada.admin-pw");
        var answer = caller.post("/login", form, "Cookie", page.header("Set-Cookie"));
        return status(caller.get("/home", "Cookie", answer.header("Set-Cookie")));
    }
}
