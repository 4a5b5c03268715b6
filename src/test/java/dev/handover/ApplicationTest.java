package dev.handover;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.bpm.spring.boot.starter.event.JobExecutorStartingEventListener;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test on the whole started application. All classes with exactly this annotation share one context, one port and one
 * database; each class finds it as it was started, see {@link CleanSlate}. The tests of a class share what they leave, so each
 * works on a go-live of its own. No class may add a property or bean of its own: that would be a second context, and a second
 * engine of the same name cannot be in one virtual machine (see {@link Node}).
 *
 * <p>The engine's jobs do not run by themselves: drive them by {@link EngineJobs}. Never put {@code @Transactional} on
 * such a test: jobs and requests run in other threads and would not see its data.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles({"development", "test"})
@ContextConfiguration(initializers = TestSurroundings.FreePorts.class)
@Import({TestDatabase.class, TestSurroundings.class, EngineJobs.class, Rest.class, Handoff.class})
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@MockitoBean(types = JobExecutorStartingEventListener.class)
public @interface ApplicationTest {}
