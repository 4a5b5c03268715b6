package dev.handover;

import dev.handover.development.EngineFollowsClock;
import dev.handover.development.SampleCustomerEnvironmentConfiguration;
import dev.handover.development.SamplePeople;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The same people, customer environment, mail server and clock as in development, on ports of their own. */
@TestConfiguration(proxyBeanMethods = false)
@Import({SamplePeople.class, SampleCustomerEnvironmentConfiguration.class, EngineFollowsClock.class})
class TestSurroundings {

    /**
     * Chooses the ports before anything starts: settings of the product are made of them. They are below those that the
     * system gives out by itself, or an outgoing connection could have taken one before its server is up.
     */
    static class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> ports = Map.of(
                    "sample.customer-environment.port", free(),
                    "sample.dns.port", free(),
                    "sample.mail.smtp-port", free(),
                    "sample.mail.http-port", free());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free ports", ports));
        }

        private static int free() {
            for (int tries = 0; tries < 100; tries++) {
                int port = ThreadLocalRandom.current().nextInt(10_000, 30_000);
                try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                    return socket.getLocalPort();
                } catch (IOException e) {
                    // taken: another one
                }
            }
            throw new IllegalStateException("found no free port in a hundred tries");
        }
    }
}
