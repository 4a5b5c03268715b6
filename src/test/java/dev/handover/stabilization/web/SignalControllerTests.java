package dev.handover.stabilization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.HandoverException.Code;
import dev.handover.shared.Refusal;
import dev.handover.shared.SignalKind;
import dev.handover.stabilization.SignalAccess;
import dev.handover.stabilization.StabilizationModuleTest;
import java.security.Principal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@ImportAutoConfiguration(JacksonAutoConfiguration.class)
class SignalControllerTests extends StabilizationModuleTest {

    private static final Principal MONITOR = () -> "support";

    @Autowired
    private ObjectMapper json;

    private final Rights rights = new Rights();
    private MockMvc http;

    @BeforeEach
    void serve() {
        http = MockMvcBuilders.standaloneSetup(new SignalController(signals, overview, rights))
                .setMessageConverters(new MappingJackson2HttpMessageConverter(json))
                .build();
    }

    @Test
    void aSignalIsAcceptedWithItsReadingAndTheEarliestClose() throws Exception {
        send("""
                {"signal": "sign-in-failures", "value": 12, "observedAt": "2026-03-01T09:00:00+01:00", "id": "a-1"}""")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.signal").value("sign-in-failures"))
                .andExpect(jsonPath("$.value").value(12.0))
                .andExpect(jsonPath("$.unit").value("per hour"))
                .andExpect(jsonPath("$.observedAt").value("2026-03-01T08:00:00Z"))
                .andExpect(jsonPath("$.reading").value("breach"))
                .andExpect(jsonPath("$.late").value(false))
                .andExpect(jsonPath("$.duplicate").value(false))
                .andExpect(jsonPath("$.earliestClose").value("2026-03-15T08:00:00Z"));
        assertThat(process.breached).containsExactly(SignalKind.SIGN_IN_FAILURES);
    }

    @Test
    void theSameIdAgainIsAcceptedAsADuplicate() throws Exception {
        var body = "{\"signal\": \"integration-errors\", \"value\": 1, \"id\": \"a-1\"}";
        send(body);

        send(body)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.duplicate").value(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-in-failures",
                "integration-errors",
                "user-access-requests",
                "product-workflow-exceptions",
                "performance-concerns",
                "support-response-time"
            })
    void everySignalOfTheContractIsTaken(String signal) throws Exception {
        send("{\"signal\": \"%s\", \"value\": 0}".formatted(signal))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.reading").value("quiet"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"value\": 1}|needs at least",
                "{\"signal\": \"sign-in-failures\"}|needs at least",
                "{\"signal\": \"errors\", \"value\": 1}|is not one of sign-in-failures, integration-errors",
                "{\"signal\": \"sign-in-failures\", \"value\": -1}|at least 0",
                "{\"signal\": \"sign-in-failures\", \"value\": 1, \"observedAt\": \"yesterday\"}|is no instant",
                "{\"signal\": \"sign-in-failures\", \"value\": 1, \"observedAt\": \"2026-03-01T08:00:00\"}|is no instant",
                "{\"signal\": \"sign-in-failures\", \"value\": 1, \"observedAt\": \"2027-01-01T00:00:00Z\"}|future",
                "{\"signal\": \"sign-in-failures\", \"value\": 1, \"note\": \"a\\u0000b\"}|no text"
            })
    void aBadSignalIsRefusedInWords(String body, String message) {
        assertThatThrownBy(() -> send(body))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.INVALID_INPUT))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"signal\": \"sign-in-failures\", \"value\": \"many\"}", "{\"value\": NaN}"})
    void whatIsNoSignalAtAllIsABadRequest(String body) throws Exception {
        send(body).andExpect(status().isBadRequest());
    }

    @Test
    void whoMayNotReadFindsNothing() {
        rights.read = false;

        assertThatThrownBy(() -> send("{\"signal\": \"sign-in-failures\", \"value\": 1}"))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_FOUND));
        assertThatThrownBy(this::list).cause().hasMessageContaining("or it is not yours to see");
    }

    @Test
    void whoMayOnlyReadIsNotAllowedToSignal() throws Exception {
        rights.signal = false;

        assertThatThrownBy(() -> send("{\"signal\": \"sign-in-failures\", \"value\": 12}"))
                .cause()
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(Code.NOT_ALLOWED));
        assertThat(process.breached).isEmpty();
        list().andExpect(status().isOk());
    }

    @Test
    void aKeyThatCannotBeOneFindsNothing() {
        assertThatThrownBy(() -> http.perform(get("/api/go-lives/{key}/signals", "A b'c")))
                .cause()
                .hasMessageContaining("There is no go-live");
    }

    @Test
    void theListShowsSignalsExceptionsAndTheClock() throws Exception {
        send("{\"signal\": \"sign-in-failures\", \"value\": 3}");
        send("{\"signal\": \"sign-in-failures\", \"value\": 12, \"note\": \"after the password change\"}");
        response.askRollBack(goLive, SignalKind.SIGN_IN_FAILURES, "support", "nobody gets in");

        list().andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.clock.startedAt").value("2026-03-01T08:00:00Z"))
                .andExpect(jsonPath("$.clock.lengthEnds").value("2026-03-15T08:00:00Z"))
                .andExpect(jsonPath("$.clock.quiet").value("PT72H"))
                .andExpect(jsonPath("$.clock.holds[0]").value("length"))
                .andExpect(jsonPath("$.clock.holds[1]").value("open-exception"))
                .andExpect(jsonPath("$.signals.length()").value(6))
                .andExpect(jsonPath("$.signals[0].signal").value("sign-in-failures"))
                .andExpect(jsonPath("$.signals[0].title").value("Sign-in failures"))
                .andExpect(jsonPath("$.signals[0].state").value("breach"))
                .andExpect(jsonPath("$.signals[0].peak").value(12.0))
                .andExpect(jsonPath("$.signals[0].counts.quiet").value(1))
                .andExpect(jsonPath("$.signals[0].readings.length()").value(2))
                .andExpect(jsonPath("$.signals[0].readings[0].note").value("after the password change"))
                .andExpect(jsonPath("$.signals[0].readings[0].source").value("rest"))
                .andExpect(jsonPath("$.signals[1].state").isEmpty())
                .andExpect(jsonPath("$.exceptions[0].signal").value("sign-in-failures"))
                .andExpect(jsonPath("$.exceptions[0].open").value(true))
                .andExpect(jsonPath("$.exceptions[0].rollBackAsked.by").value("support"))
                .andExpect(jsonPath("$.exceptions[0].resolved").isEmpty());
    }

    @Test
    void beforeStabilizationTheListIsEmpty() throws Exception {
        http.perform(get("/api/go-lives/{key}/signals", "aurora-staging-4"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.clock").isEmpty())
                .andExpect(jsonPath("$.signals").isEmpty());
    }

    private ResultActions send(String body) throws Exception {
        return http.perform(post("/api/go-lives/{key}/signals", goLive)
                .principal(MONITOR)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions list() throws Exception {
        return http.perform(get("/api/go-lives/{key}/signals", goLive).principal(MONITOR));
    }

    /** What whoever is logged in may do, as a test says. */
    private static final class Rights implements SignalAccess {

        private boolean read = true;
        private boolean signal = true;

        @Override
        public boolean mayRead(GoLiveKey key) {
            return read;
        }

        @Override
        public boolean maySignal(GoLiveKey key) {
            return signal;
        }
    }
}
