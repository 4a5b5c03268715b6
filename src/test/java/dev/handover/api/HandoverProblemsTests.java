package dev.handover.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.handover.evidence.EvidenceSettings;
import dev.handover.plan.InvalidPlan;
import dev.handover.plan.PlanError;
import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class HandoverProblemsTests {

    private final Failing controller = new Failing();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(controller)
            .setControllerAdvice(new HandoverProblems(new EvidenceSettings(DataSize.ofMegabytes(25))))
            .build();

    @ParameterizedTest
    @EnumSource
    void aRefusalHasTheStatusOfItsKindAndSaysWhatItSays(Code code) throws Exception {
        controller.failure = new HandoverException(code, "No, because. Do this.") {};
        web.perform(get("/thing"))
                .andExpect(status().is(code.status()))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("type").value("urn:handover:" + code.slug()))
                .andExpect(jsonPath("detail").value("No, because. Do this."));
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, 404",
        "NOT_ALLOWED, 403",
        "WRONG_PHASE, 409",
        "CONFLICT, 409",
        "STALE_EVIDENCE, 409",
        "GONE, 410",
        "TOO_LARGE, 413",
        "UNSUPPORTED_MEDIA, 415",
        "INVALID_INPUT, 422",
        "INVALID_PLAN, 422",
        "UNAVAILABLE, 503",
        "NO_ROOM, 507",
    })
    void everyKindOfRefusalHasAStatus(Code code, int status) {
        assertThat(code.status()).isEqualTo(status);
    }

    @Test
    void aFullDiskOfTheDatabaseIsSaid() throws Exception {
        controller.failure = new UncategorizedSQLException(
                "insert", null, new SQLException("could not extend file: No space left on device", "53100"));
        web.perform(get("/thing"))
                .andExpect(status().is(507))
                .andExpect(jsonPath("type").value("urn:handover:no-room"))
                .andExpect(jsonPath("detail", containsString("no room left")));
    }

    @Test
    void aBadPlanIsAnsweredWithAllItsMistakes() throws Exception {
        controller.failure = new InvalidPlan(List.of(
                new PlanError("/customer/id", 3, "is missing", "Write a short id."),
                new PlanError("", 1, "is empty", "Write a plan.")));
        web.perform(get("/thing"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("type").value("urn:handover:invalid-plan"))
                .andExpect(jsonPath("errors.length()").value(2))
                .andExpect(jsonPath("errors[0].pointer").value("/customer/id"))
                .andExpect(jsonPath("errors[0].line").value(3))
                .andExpect(jsonPath("errors[0].mend").value("Write a short id."));
    }

    @Test
    void losingARaceIsAConflict() throws Exception {
        controller.failure = new OptimisticLockingFailureException("row was updated or deleted: secret");
        web.perform(get("/thing"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("type").value("urn:handover:conflict"))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void aFaultTellsNothingOfTheInside() throws Exception {
        controller.failure = new IllegalStateException("select * from secret at dev.handover.Thing");
        web.perform(get("/thing"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("type").value("urn:handover:fault"))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void aFileThatIsTooLargeIsToldTheLimit() throws Exception {
        controller.failure = new MaxUploadSizeExceededException(26_214_400);
        web.perform(get("/thing"))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("type").value("urn:handover:too-large"))
                .andExpect(jsonPath("detail").value(containsString("at most 25 MB")));
    }

    @Test
    void whatCannotBeReadIsAProblemToo() throws Exception {
        web.perform(post("/thing").contentType(MediaType.APPLICATION_JSON).content("{broken"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("type").value("urn:handover:malformed-request"))
                .andExpect(content().string(not(containsString("com.fasterxml"))));
        web.perform(get("/thing").param("number", "many"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("type").value("urn:handover:malformed-request"));
    }

    /** Fails as it is told to. */
    @RestController
    static class Failing {

        private RuntimeException failure;

        @GetMapping("/thing")
        String fail(@RequestParam(required = false) Integer number) {
            throw failure;
        }

        @PostMapping(path = "/thing", consumes = MediaType.APPLICATION_JSON_VALUE)
        List<String> read(@RequestBody List<String> body) {
            return body;
        }
    }
}
