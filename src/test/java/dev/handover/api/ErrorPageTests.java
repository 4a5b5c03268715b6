package dev.handover.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

import dev.handover.shared.HandoverException;
import dev.handover.shared.HandoverException.Code;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ErrorPageTests {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new ErrorPage())
            .addPlaceholderValue("server.error.path", "/error")
            .setSingleView((model, request, response) -> {})
            .build();

    @ParameterizedTest
    @CsvSource({
        "401, login-required",
        "403, not-allowed",
        "404, not-found",
        "405, malformed-request",
        "413, too-large",
        "415, unsupported-media",
        "418, malformed-request",
        "500, fault",
        "503, fault",
    })
    void programsGetAProblem(int status, String slug) throws Exception {
        web.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status))
                .andExpect(status().is(status))
                .andExpect(jsonPath("type").value("urn:handover:" + slug))
                .andExpect(jsonPath("detail").isNotEmpty());
    }

    @Test
    void peopleGetAPage() throws Exception {
        web.perform(get("/error").accept(MediaType.TEXT_HTML).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403))
                .andExpect(status().isForbidden())
                .andExpect(view().name("error"))
                .andExpect(model().attribute("heading", "Not for this account"));
    }

    @Test
    void anUnknownStatusIsAFaultAndThePageItselfDoesNotExist() throws Exception {
        web.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 799))
                .andExpect(status().isInternalServerError());
        web.perform(get("/error")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalOnAPageIsShownAsItWasSaid(Code code) {
        var page = new RefusalPages().refused(new HandoverException(code, "No, because. Do this.") {});
        assertThat(page.getViewName()).isEqualTo("error");
        assertThat(page.getStatus().value()).isEqualTo(code.status());
        assertThat(page.getModel())
                .containsEntry("detail", "No, because. Do this.")
                .containsKey("heading");
    }
}
