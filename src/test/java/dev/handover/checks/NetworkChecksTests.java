package dev.handover.checks;

import static dev.handover.checks.CheckResultAssert.assertThat;
import static dev.handover.checks.guard.GuardTestData.guard;

import dev.handover.checks.guard.GuardTestData;
import dev.handover.development.dns.NameServer;
import dev.handover.development.dns.NameServer.Reply;
import dev.handover.development.dns.ZoneText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;

/** Names, mail domains and ports, against a name server and sockets of the test. */
@Timeout(20)
class NetworkChecksTests {

    private static NameServer server(NameServer.Zone zone) {
        return NameServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), zone);
    }

    private static CheckResult ask(NameServer server, CheckTarget target) {
        try (server) {
            return CheckTestData.run(guard().askingNameServer(server.address()), target);
        }
    }

    @Nested
    class Dns {

        private final GuardTestData guard = guard().naming("aurora.example", "203.0.113.10", "2001:db8::10");

        @Test
        void aNameThatLeadsSomewherePasses() {
            assertThat(CheckTestData.run(guard, new CheckTarget.Dns("aurora.example", List.of())))
                    .passed()
                    .observed("203.0.113.10, 2001:db8:0:0:0:0:0:10")
                    .noted("\"addresses\"");
        }

        @Test
        void theOrderAndTheNotationOfAddressesDoNotMatter() {
            var target = new CheckTarget.Dns("Aurora.Example.", List.of("2001:db8:0::10", "203.0.113.10"));
            assertThat(CheckTestData.run(guard, target)).passed();
        }

        @Test
        void missingAndUnexpectedAddressesAreNamed() {
            var target = new CheckTarget.Dns("aurora.example", List.of("203.0.113.10", "203.0.113.11"));
            assertThat(CheckTestData.run(guard, target))
                    .failed(Symptom.ENVIRONMENT_DIFFERS)
                    .observed("does not lead to 203.0.113.11", "leads to 2001:db8:0:0:0:0:0:10, which is not expected");
        }

        @Test
        void aNameThatDoesNotExistFails() {
            assertThat(ask(server(new ZoneText()), new CheckTarget.Dns("nowhere.example", List.of())))
                    .failed(Symptom.ENVIRONMENT_DIFFERS)
                    .observed("has no address");
        }

        @Test
        void aNameServerThatCannotAnswerSaysNothingAboutTheName() {
            var broken = server(question -> Optional.of(new Reply(Rcode.SERVFAIL, List.of())));
            assertThat(ask(broken, new CheckTarget.Dns("nowhere.example", List.of())))
                    .inconclusive()
                    .observed("No name server");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a b.example", "aurora.example/x", "u@aurora.example", "0x7f.1", "127.1", "-a.example"})
        void aHostThatIsNoneFailsWithoutALookUp(String host) {
            assertThat(CheckTestData.run(guard, new CheckTarget.Dns(host, List.of())))
                    .failed(Symptom.ENVIRONMENT_DIFFERS);
            Assertions.assertThat(guard.lookups()).isZero();
        }
    }

    @Nested
    class MailDomain {

        private static final String MAIL = "mail.aurora.example. 60 IN A 203.0.113.25";

        private CheckResult zone(String... lines) {
            return ask(server(new ZoneText(lines)), new CheckTarget.MailDomain("aurora.example"));
        }

        @Test
        void aMailServerWithAnAddressPasses() {
            assertThat(zone(MAIL, "aurora.example. 60 IN MX 10 mail.aurora.example."))
                    .passed()
                    .observed("mail.aurora.example", "203.0.113.25");
        }

        @Test
        void theSecondMailServerWillDo() {
            assertThat(zone(
                            MAIL,
                            "aurora.example. 60 IN MX 5 gone.aurora.example.",
                            "aurora.example. 60 IN MX 10 mail.aurora.example."))
                    .passed()
                    .observed("gone.aurora.example, mail.aurora.example");
        }

        @Test
        void mailServersWithoutAddressesFail() {
            assertThat(zone("aurora.example. 60 IN MX 5 gone.aurora.example."))
                    .failed(Symptom.SUPPORT_UNCLEAR)
                    .observed("none of the mail servers has an address");
        }

        @Test
        void aDomainThatTakesNoMailFails() {
            assertThat(zone("aurora.example. 60 IN MX 0 .", "aurora.example. 60 IN A 203.0.113.10"))
                    .failed(Symptom.SUPPORT_UNCLEAR)
                    .observed("takes no mail");
        }

        @Test
        void withoutMailServerTheAddressOfTheDomainTakesTheMail() {
            assertThat(zone("aurora.example. 60 IN AAAA 2001:db8::25")).passed().observed("its own address");
        }

        @Test
        void aDomainWithNeitherFails() {
            assertThat(zone("aurora.example. 60 IN TXT \"hello\""))
                    .failed(Symptom.SUPPORT_UNCLEAR)
                    .observed("neither");
        }

        @Test
        void aDomainThatDoesNotExistFails() {
            assertThat(zone(MAIL)).failed(Symptom.SUPPORT_UNCLEAR).observed("no such domain");
        }

        @Test
        void anInternationalDomainIsAskedForInAscii() {
            var server = server(new ZoneText("xn--mhle-0ra.example. 60 IN A 203.0.113.10"));
            assertThat(ask(server, new CheckTarget.MailDomain("mühle.example"))).passed();
        }

        @Test
        void aliasesAreFollowedAndALoopSaysNothing() {
            var server = server(new ZoneText("aurora.example. 60 IN CNAME aurora.example."));
            var cname = ask(server, new CheckTarget.MailDomain("aurora.example"));
            Assertions.assertThat(cname.verdict()).isNotEqualTo(Verdict.PASSED);
        }

        @Test
        void aNameServerThatNeverAnswersIsInconclusiveWithinTheTimeOfTheCheck() {
            var target = new CheckTarget.MailDomain("aurora.example");
            var result = ask(server(question -> Optional.empty()), target);
            assertThat(result).inconclusive().observed("No name server");
            Assertions.assertThat(result.took()).isLessThan(Duration.ofSeconds(10));
        }

        @Test
        void anAnswerTooLongForADatagramIsFetchedOverAConnection() {
            String[] lines = new String[60];
            lines[0] = MAIL;
            for (int i = 1; i < lines.length; i++) {
                lines[i] = "aurora.example. 60 IN MX %d mail%s.aurora.example.".formatted(i, i == 1 ? "" : "-" + i);
            }
            assertThat(zone(lines))
                    .passed()
                    .observed("mail.aurora.example", "mail-5")
                    .observedNothingOf("mail-6");
        }
    }

    @Nested
    class Tcp {

        @AutoClose
        private final RawServer listening = RawServer.silent();

        @Test
        void aPortThatAcceptsPasses() {
            var guard = guard().allowingPrivate("localhost:" + listening.port(), "tcp");
            assertThat(CheckTestData.run(guard, new CheckTarget.Tcp("localhost", listening.port())))
                    .passed()
                    .observed("127.0.0.1 accepted")
                    .noted("127.0.0.1");
        }

        @Test
        void aPortThatRefusesFails() throws IOException {
            int port;
            try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = closed.getLocalPort();
            }
            var guard = guard().allowingPrivate("localhost:" + port, "tcp");
            assertThat(CheckTestData.run(guard, new CheckTarget.Tcp("localhost", port)))
                    .failed(Symptom.CONNECTORS_FAIL)
                    .observed("connection refused");
        }

        @Test
        void aHostThatMayBeCalledOverHttpMayNotBeKnockedAt() {
            var guard = guard().allowingPrivate("localhost:" + listening.port(), "http", "https");
            assertThat(CheckTestData.run(guard, new CheckTarget.Tcp("localhost", listening.port())))
                    .inconclusive()
                    .observed("is not on the list of hosts that may be called over tcp");
            Assertions.assertThat(listening.connections()).isZero();
        }

        @Test
        void aNameThatLeadsInsideIsRefused() {
            var guard = guard().naming("out.example", "127.0.0.1").allowing("out.example:" + listening.port(), "tcp");
            assertThat(CheckTestData.run(guard, new CheckTarget.Tcp("out.example", listening.port())))
                    .inconclusive()
                    .observed("must not be called");
            Assertions.assertThat(listening.connections()).isZero();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "127.1",
                    "0x7f000001",
                    "2130706433",
                    "0177.0.0.1",
                    "::1",
                    "[::1%lo]",
                    "u@localhost",
                    "localhost/",
                    "localhost#",
                    "local host",
                    "localhost\n",
                    "%6cocalhost",
                    ""
                })
        void aHostThatSystemsReadDifferentlyIsRefused(String host) {
            var guard = guard().allowingPrivate("localhost:" + listening.port(), "tcp")
                    .allowingPrivate("127.0.0.1:" + listening.port(), "tcp");
            assertThat(CheckTestData.run(guard, new CheckTarget.Tcp(host, listening.port())))
                    .inconclusive();
            Assertions.assertThat(listening.connections()).isZero();
        }
    }
}
