package dev.handover.plan.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class PlanSchemaControllerTests {

    private final MockMvc http =
            MockMvcBuilders.standaloneSetup(new PlanSchemaController()).build();

    @Test
    void theSchemaIsPublishedWithItsMediaType() throws Exception {
        http.perform(get("/api/plan-schema"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/schema+json"))
                .andExpect(jsonPath("$.title").value("Go-live plan"))
                .andExpect(jsonPath("$.additionalProperties").value(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/schema+json", "application/json, */*;q=0.1"})
    void itIsServedToWhoeverCanReadIt(String accept) throws Exception {
        http.perform(get("/api/plan-schema").header("Accept", accept)).andExpect(status().isOk());
    }
}
