package dev.handover.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import dev.handover.process.OpenTasks;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Opening a form that somebody else opens, or decides on, in the same moment. */
class FreshFormsTests {

    @Test
    void theFormIsShownAllTheSame() throws Exception {
        var tasks = mock(OpenTasks.class);
        willThrow(new OptimisticLockingException("somebody was faster"))
                .given(tasks)
                .refresh("4711");
        var chain = new MockFilterChain();
        new FreshForms(tasks)
                .doFilter(
                        new MockHttpServletRequest("GET", "/engine-rest/task/4711/form-variables"),
                        new MockHttpServletResponse(),
                        chain);
        assertThat(chain.getRequest()).isNotNull();
    }
}
