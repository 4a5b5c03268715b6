package dev.handover.development;

import dev.handover.development.customer.MailDomain;
import dev.handover.development.customer.SampleCustomerEnvironment;
import dev.handover.development.mail.MailReader;
import dev.handover.development.mail.MailServer;
import dev.handover.development.time.AdjustableClock;
import dev.handover.development.time.KeptOffset;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * What stands beside the application in development: the sample customer environment, a mail server with a page to read its
 * mails, and a clock that can be moved. Import it to have them started and closed with the application.
 *
 * <p>Settings: {@code sample.customer-environment.port} (8090), {@code sample.dns.port} (8053), {@code sample.mail.smtp-port} (3025),
 * {@code sample.mail.http-port} (8025), each 0 for any free port; {@code sample.address}, where all of them listen (the
 * loopback interface; they have no login); {@code sample.clock.file}, where the clock keeps how far it was moved (none: it
 * starts at the real time).
 */
@TestConfiguration(proxyBeanMethods = false)
public class SampleCustomerEnvironmentConfiguration {

    @Bean
    @Primary
    AdjustableClock developmentClock(@Value("${sample.clock.file:}") String file) {
        var clock = new AdjustableClock();
        if (!file.isBlank()) {
            new KeptOffset(Path.of(file)).follow(clock);
        }
        return clock;
    }

    @Bean(destroyMethod = "close")
    SampleCustomerEnvironment sampleCustomerEnvironment(
            AdjustableClock clock,
            @Value("${sample.address:localhost}") String address,
            @Value("${sample.customer-environment.port:8090}") int port)
            throws UnknownHostException {
        return new SampleCustomerEnvironment(clock).start(on(address, port));
    }

    @Bean(destroyMethod = "close")
    MailDomain mailDomain(
            SampleCustomerEnvironment environment,
            @Value("${sample.address:localhost}") String address,
            @Value("${sample.dns.port:8053}") int port)
            throws UnknownHostException {
        return new MailDomain(on(address, port), environment.switches());
    }

    @Bean(destroyMethod = "close")
    MailServer mailServer(
            AdjustableClock clock,
            @Value("${sample.address:localhost}") String address,
            @Value("${sample.mail.smtp-port:3025}") int port)
            throws UnknownHostException {
        return new MailServer(clock).start(on(address, port));
    }

    @Bean(destroyMethod = "close")
    MailReader mailReader(
            MailServer mailServer,
            @Value("${sample.address:localhost}") String address,
            @Value("${sample.mail.http-port:8025}") int port)
            throws UnknownHostException {
        return new MailReader(mailServer).start(on(address, port));
    }

    private static InetSocketAddress on(String address, int port) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }
}
