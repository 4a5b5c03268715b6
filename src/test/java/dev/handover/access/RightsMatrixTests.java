package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.ApplicationTest;
import dev.handover.Handoff;
import dev.handover.Rest;
import dev.handover.Web;
import dev.handover.Web.Answer;
import dev.handover.access.RightsTable.Cell;
import dev.handover.access.RightsTable.Role;
import dev.handover.access.RightsTable.Row;
import dev.handover.evidence.Manifests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The written table of rights is what the running application does, cell by cell (rows A6 and A7). */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixTests {

    private static final List<Row> TABLE = RightsTable.read();

    /** No go-live is foreign to them. */
    private static final Set<Role> READERS = Set.of(Role.AUDITOR, Role.ADMIN);

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<Role, Person> people = new EnumMap<>(Role.class);
    private TwoCustomers customers;
    private Map<String, String> own;
    private Map<String, String> foreign;

    @BeforeAll
    void prepare(
            @Autowired Handoff handoff,
            @Autowired Rest rest,
            @Autowired IdentityService identity,
            @Autowired RuntimeService runtime,
            @Autowired ManagementService management,
            @Autowired FilterService filters,
            @Autowired Manifests manifests,
            @Autowired JdbcTemplate jdbc) {
        customers = new TwoCustomers(handoff, rest, identity, runtime, management, filters, manifests, jdbc);
        own = customers.own();
        foreign = customers.foreign();
        own.put("foreign", foreign.get("execution"));
        foreign.put("foreign", own.get("execution"));
        Arrays.stream(Role.values()).forEach(role -> people.put(role, Person.of(role, port)));
    }

    @AfterAll
    void leave() {
        customers.leave();
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() {
        var wrong = new ArrayList<String>();
        for (var row : TABLE) {
            for (var cell : row.cells()) {
                compare(row, cell, cell.own(), own, wrong);
                if (row.hasIds() && people.get(cell.role()).hasAPart()) {
                    compare(row, cell, cell.foreign(), foreign, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(Row row, Cell cell, String expected, Map<String, String> ids, List<String> wrong) {
        var present = row.endsPeriods() ? customers.withPeriods(ids) : ids;
        var answer = people.get(cell.role()).call(row, present);
        var actual = inWords(row, answer);
        if (!List.of(expected.split(",")).contains(actual)) {
            wrong.add("%s as %s for %s: %s instead of %s: %.200s"
                    .formatted(row, cell.role(), ids == own ? "own" : "foreign", actual, expected, answer.body()));
        }
    }

    private static String inWords(Row row, Answer answer) {
        if (!row.counts() || answer.status() != 200) {
            return String.valueOf(answer.status());
        }
        return answer.json().get("count").asLong() > 0 ? "some" : "none";
    }

    @Test
    void whatIsForeignIsAnsweredInTheWordsForWhatDoesNotExist() {
        var different = new ArrayList<String>();
        for (var row : TABLE) {
            for (var cell : row.cells()) {
                if (row.isForeignTo(cell.role()) && !READERS.contains(cell.role())) {
                    var ids = row.endsPeriods() ? customers.withPeriods(foreign) : foreign;
                    var unknown = TwoCustomers.unknown(ids);
                    var there = blurred(people.get(cell.role()).call(row, ids), ids);
                    var nowhere = blurred(people.get(cell.role()).call(row, unknown), unknown);
                    if (!there.equals(nowhere)) {
                        different.add("%s as %s:%n%s%n%s".formatted(row, cell.role(), there, nowhere));
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    /** Status, kind and text, without the ids and the token of the session. */
    private static String blurred(Answer answer, Map<String, String> ids) {
        var text = answer.body().replaceAll("value=\"[^\"]*\"", "");
        for (var id : ids.values()) {
            text = id.isEmpty() ? text : text.replace(id, "{id}");
        }
        return answer.status() + " " + answer.header("Content-Type") + " " + text;
    }

    /** What takes longer than for an id that does not exist would tell that there is such a thing. */
    @Test
    void whatIsForeignTakesAsLongAsWhatDoesNotExist() {
        var owner = people.get(Role.OWNER);
        var ids = customers.withPeriods(foreign);
        var unknown = TwoCustomers.unknown(ids);
        var told = TABLE.stream()
                .filter(row -> row.method().equals("GET") && row.hasIds() && row.isForeignTo(Role.OWNER))
                .map(row -> "%s: %s"
                        .formatted(row, Pace.compare(15, () -> owner.call(row, ids), () -> owner.call(row, unknown))))
                .filter(line -> !line.endsWith(Pace.EVEN))
                .toList();
        assertThat(told).isEmpty();
    }

    @Test
    void theTableHasEveryAddressOfOurs() {
        var written = TABLE.stream().map(Row::address).collect(Collectors.toSet());
        var missing = mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("dev.handover"))
                .flatMap(each -> addressesOf(each.getKey()))
                .filter(address -> !written.contains(address))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).isEmpty();
    }

    private static Stream<String> addressesOf(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? List.of("GET") : methods)
                        .stream().map(method -> method + " " + RightsTable.withoutNames(path)));
    }

    @Test
    void theTableHasEveryKindOfCallThatIsOpenAtTheEngine() {
        var rules = Stream.concat(EngineRules.ENGINE_RULES.stream(), EngineRules.WEB_APPLICATIONS.stream());
        assertThat(rules)
                .allSatisfy(rule ->
                        assertThat(TABLE).anyMatch(row -> rule.matches(row.method(), inEngine(row.path()))));
        assertThat(EngineRules.READABLE)
                .allSatisfy(resource -> assertThat(TABLE)
                        .anyMatch(row -> row.method().equals("GET")
                                && inEngine(row.path()).matches("/%s(?:/.*)?".formatted(resource))));
        assertThat(TABLE)
                .filteredOn(row -> row.path().startsWith("/engine-rest/"))
                .allSatisfy(row -> assertThat(
                                EngineRules.allow(new MockHttpServletRequest(row.method(), bare(row.path()))))
                        .isTrue());
    }

    private static String inEngine(String path) {
        return bare(path).replaceFirst("^/engine-rest(?=/)", "");
    }

    private static String bare(String path) {
        return path.replaceFirst("\\?.*", "").replaceAll("[{}]", "");
    }

    /**
     * Somebody with each of the doors that they come in by.
     *
     * @param userId null for nobody
     */
    private record Person(String userId, Web program, Web browser, Map<String, String> tokens) {

        private static final Map<Role, String> IDS = Map.of(Role.OWNER, "production");

        static Person of(Role role, int port) {
            var browser = Web.browser(port);
            if (role == Role.NOBODY) {
                return new Person(null, Web.program(port), browser, Map.of("X-CSRF-TOKEN", browser.tokenOn("/login")));
            }
            var id = IDS.getOrDefault(role, role.name().toLowerCase());
            browser.logIn(id, id);
            browser.page("/camunda/app/tasklist/default/");
            var token = browser.get("/api/session").json().get("token");
            var tokens = Map.of(
                    token.get("header").asText(),
                    token.get("value").asText(),
                    "X-XSRF-TOKEN",
                    browser.cookie("XSRF-TOKEN").orElseThrow());
            return new Person(id, Web.withPassword(port, id, id), browser, tokens);
        }

        /** False for those who see none, and those who see all. */
        boolean hasAPart() {
            return userId != null && !Set.of("outsider").contains(userId);
        }

        Answer call(Row row, Map<String, String> ids) {
            var headers = new HashMap<String, String>();
            if (row.contentType() != null) {
                headers.put("Content-Type", row.contentType());
            }
            var path = filledIn(row.path(), ids);
            var body = row.body() == null ? null : filledIn(row.body(), ids);
            if (path.startsWith("/engine-rest")) {
                return program.call(row.method(), path, body, headers);
            }
            headers.putAll(tokens);
            return browser.call(row.method(), path, body, headers);
        }

        private String filledIn(String text, Map<String, String> ids) {
            var filled = text.replace("{user}", String.valueOf(userId));
            for (var id : ids.entrySet()) {
                filled = filled.replace("{" + id.getKey() + "}", id.getValue());
            }
            return filled;
        }
    }
}
