package dev.handover.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EngineRulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine",
                "GET /task",
                "HEAD /task/1",
                "OPTIONS /user/1",
                "GET /process-definition/key/go-live/xml",
                "GET /history/process-instance",
                "POST /task",
                "POST /task/count",
                "POST /filter/1/list",
                "POST /task/1/claim",
                "POST /task/1/complete",
                "POST /task/1/submit-form",
                "POST /process-definition/key/go-live/submit-form",
                "POST /process-definition/1/submit-form",
                "PUT /job/1/retries",
                "PUT /user/1/credentials",
                "PUT /group/validators/members/1",
            })
    void whatTasklistCockpitAndAdminNeedIsOpen(String call) {
        assertThat(allows("/engine-rest", call)).isTrue();
        assertThat(allows("/engine-rest/engine/default", call)).isTrue();
        assertThat(allows("/camunda/api/engine/engine/default", call)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /deployment/create",
                "POST /deployment/1/redeploy",
                "DELETE /deployment/1",
                "POST /filter/create",
                "PUT /filter/1",
                "DELETE /filter/1",
                "POST /process-definition/key/go-live/start",
                "POST /process-definition/1/start",
                "POST /process-definition/1/restart",
                "DELETE /process-definition/1",
                "PUT /process-definition/1/history-time-to-live",
                "POST /process-instance/1/modification",
                "POST /process-instance/delete",
                "DELETE /process-instance/1",
                "PUT /process-instance/1/variables/x",
                "POST /process-instance/1/variables",
                "POST /modification/execute",
                "POST /migration/execute",
                "POST /message",
                "POST /signal",
                "POST /condition",
                "POST /execution/1/signal",
                "POST /execution/1/messageSubscriptions/x/trigger",
                "POST /task/create",
                "PUT /task/1",
                "DELETE /task/1",
                "POST /task/1/assignee",
                "POST /task/1/delegate",
                "POST /task/1/resolve",
                "POST /task/1/bpmnError",
                "POST /task/1/bpmnEscalation",
                "PUT /task/1/variables/x",
                "POST /task/1/attachment/create",
                "POST /external-task/fetchAndLock",
                "POST /decision-definition/key/readiness/evaluate",
                "PUT /job/1/duedate",
                "POST /job/1/execute",
                "DELETE /job/1",
                "POST /history/process-instance/delete",
                "DELETE /history/process-instance/1",
                "POST /history/cleanup",
                "POST /history/process-instance/set-removal-time",
                "DELETE /incident/1",
                "POST /authorization/create",
                "PUT /authorization/1",
                "DELETE /authorization/1",
                "DELETE /group/camunda-admin",
                "DELETE /group/camunda-admin/members/1",
                "DELETE /user/1",
                "PUT /user/1/profile",
                "POST /tenant/create",
                "POST /identity/verify",
                "GET /telemetry/configuration",
                "POST /telemetry/configuration",
                "GET /metrics",
                "GET /optimize/variable-update",
                "POST /user/1",
                "TRACE /task",
                "PATCH /task/1",
            })
    void everythingElseIsClosed(String call) {
        assertThat(allows("/engine-rest", call)).isFalse();
        assertThat(allows("/engine-rest/engine/default", call)).isFalse();
        assertThat(allows("/camunda/api/engine/engine/default", call)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /camunda/api/admin/auth/user/default, true",
        "POST, /camunda/api/admin/auth/user/default/login/cockpit, false",
        "POST, /camunda/api/admin/setup/default/user/create, false",
        "GET,  /camunda/api/cockpit/plugin/base/default/incident, true",
        "POST, /camunda/api/cockpit/plugin/base/default/process-instance, true",
        "PUT,  /camunda/api/cockpit/plugin/base/default/process-instance, false",
        "POST, /camunda/api/admin/plugin/adminPlugins/default/x, false",
        "POST, /engine-rest/%64eployment/create, false",
    })
    void theWebApplicationsHaveAFewCallsOfTheirOwn(String method, String path, boolean open) {
        assertThat(EngineRules.allow(new MockHttpServletRequest(method, path))).isEqualTo(open);
    }

    private static boolean allows(String prefix, String call) {
        var parts = call.split(" ", 2);
        return EngineRules.allow(new MockHttpServletRequest(parts[0], prefix + parts[1]));
    }
}
