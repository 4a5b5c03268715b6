package dev.handover;

import dev.handover.development.EngineFollowsClock;
import dev.handover.development.SampleCustomerEnvironmentConfiguration;
import dev.handover.development.SamplePeople;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The same people, customer environment, mail server and clock as in development, on ports of their own. */
@TestConfiguration(proxyBeanMethods = false)
@Import({SamplePeople.class, SampleCustomerEnvironmentConfiguration.class, EngineFollowsClock.class})
class TestSurroundings {

    /** Chooses the ports before anything starts: settings of the product are made of them. */
    static class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> ports = Map.of(
                    "sample.customer-environment.port", TestSocketUtils.findAvailableTcpPort(),
                    "sample.dns.port", TestSocketUtils.findAvailableTcpPort(),
                    "sample.mail.smtp-port", TestSocketUtils.findAvailableTcpPort(),
                    "sample.mail.http-port", TestSocketUtils.findAvailableTcpPort());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free ports", ports));
        }
    }
}
