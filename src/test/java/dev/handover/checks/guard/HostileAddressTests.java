package dev.handover.checks.guard;

import static dev.handover.checks.guard.GuardTestData.guard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.handover.checks.RawServer;
import dev.handover.checks.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A canary listens on every address of this machine; nothing a plan or a name server says may lead a call to it. */
class HostileAddressTests {

    /** Names that an attacker's name server answers with whatever helps. */
    private static final String[][] NAMES = {
        {"loopback.evil.example", "127.0.0.1"},
        {"loopback-high.evil.example", "127.255.255.254"},
        {"loopback6.evil.example", "::1"},
        {"mapped.evil.example", "::ffff:127.0.0.1"},
        {"compatible.evil.example", "::7f00:1"},
        {"nat64.evil.example", "64:ff9b::7f00:1"},
        {"nat64-local.evil.example", "64:ff9b:1::7f00:1"},
        {"6to4.evil.example", "2002:7f00:1::"},
        {"teredo.evil.example", "2001::1"},
        {"ten.evil.example", "10.0.0.1"},
        {"twelve.evil.example", "172.16.0.1"},
        {"sixteen.evil.example", "192.168.0.1"},
        {"cgnat.evil.example", "100.64.0.1"},
        {"link-local.evil.example", "169.254.0.1"},
        {"link-local6.evil.example", "fe80::1"},
        {"unique-local.evil.example", "fc00::1"},
        {"metadata.evil.example", "169.254.169.254"},
        {"metadata-alibaba.evil.example", "100.100.100.200"},
        {"metadata-azure.evil.example", "168.63.129.16"},
        {"metadata6.evil.example", "fd00:ec2::254"},
        {"multicast.evil.example", "224.0.0.1"},
        {"multicast6.evil.example", "ff02::1"},
        {"broadcast.evil.example", "255.255.255.255"},
        {"unspecified.evil.example", "0.0.0.0"},
        {"unspecified6.evil.example", "::"},
        {"benchmark.evil.example", "198.18.0.1"},
        {"documentation.evil.example", "192.0.2.1"},
        {"localhost.localdomain.example", "127.0.0.1"},
    };

    private static final List<String> ADDRESSES = List.of(
            "http://127.0.0.1:%d/",
            "http://127.0.0.1.:%d/",
            "http://127.1:%d/",
            "http://127.0.1:%d/",
            "http://2130706433:%d/",
            "http://0x7f000001:%d/",
            "http://0x7f.0.0.1:%d/",
            "http://0x7F.0x0.0x0.0x1:%d/",
            "http://0177.0.0.1:%d/",
            "http://017700000001:%d/",
            "http://127.000.000.001:%d/",
            "http://0:%d/",
            "http://0.0.0.0:%d/",
            "http://[::1]:%d/",
            "http://[::]:%d/",
            "http://[0:0:0:0:0:0:0:1]:%d/",
            "http://[0000::0001]:%d/",
            "http://[::ffff:127.0.0.1]:%d/",
            "http://[::ffff:7f00:1]:%d/",
            "http://[::127.0.0.1]:%d/",
            "http://[64:ff9b::127.0.0.1]:%d/",
            "http://[2002:7f00:1::]:%d/",
            "http://[::1%%25lo]:%d/",
            "http://[fe80::1%%25lo]:%d/",
            "http://localhost:%d/",
            "http://LOCALHOST:%d/",
            "http://localhost.:%d/",
            "http://ｌｏｃａｌｈｏｓｔ:%d/",
            "http://１２７.０.０.１:%d/",
            "http://①②⑦.⓪.⓪.①:%d/",
            "http://127。0。0。1:%d/",
            "http://user@127.0.0.1:%d/",
            "http://user:password@localhost:%d/",
            "http://good.example@127.0.0.1:%d/",
            "http://good.example:80@127.0.0.1:%d/",
            "http://127.0.0.1:%d@good.example/",
            "http://127.0.0.1:%d\\@good.example/",
            "http://good.example\\@127.0.0.1:%d/",
            "http://good.example %%20@127.0.0.1:%d/",
            "http://127.0.0.1%%00.good.example:%d/",
            "http://127%%2e0%%2e0%%2e1:%d/",
            "http://loca%%6chost:%d/",
            "http://127.0.0.1:%d:80/",
            "http://127.0.0.1:0%d0/",
            "http:127.0.0.1:%d/",
            "http:/127.0.0.1:%d/",
            "http:///127.0.0.1:%d/",
            "http://:%d/",
            "//127.0.0.1:%d/",
            "127.0.0.1:%d",
            "ftp://127.0.0.1:%d/",
            "gopher://127.0.0.1:%d/_GET",
            "ldap://127.0.0.1:%d/",
            "dict://127.0.0.1:%d/info",
            "ws://127.0.0.1:%d/",
            "jar:http://127.0.0.1:%d/a.jar!/",
            "file:///etc/passwd?%d",
            "file://127.0.0.1:%d/etc/passwd",
            "javascript:fetch('http://127.0.0.1:%d')",
            "https://127.0.0.1:%d/",
            "https://localhost:%d/");

    @AutoClose
    private final RawServer canary = RawServer.silent();

    @Test
    void noNotationOfAnAddressReachesTheCanaryWhateverTheListAllows() throws Exception {
        GuardTestData data = everythingAllowedButNothingPrivate();
        try (GuardedClient client = data.client()) {
            for (String address : ADDRESSES) {
                assertRefused(client, address.formatted(canary.port()));
            }
        }
        assertThat(ADDRESSES).hasSizeGreaterThan(50);
        assertCanaryHeardNothing();
    }

    @Test
    void noNameThatLeadsToAPlaceOfOursReachesTheCanary() throws Exception {
        GuardTestData data = everythingAllowedButNothingPrivate();
        try (GuardedClient client = data.client()) {
            for (String[] name : NAMES) {
                int before = data.lookups();
                assertRefused(client, "http://%s:%d/".formatted(name[0], canary.port()));
                assertRefused(client, "https://%s:%d/".formatted(name[0], canary.port()));
                assertThat(data.lookups() - before)
                        .as(name[0])
                        .isLessThanOrEqualTo(6); // three ways to call, two schemes
            }
        }
        assertCanaryHeardNothing();
    }

    @Test
    void withoutAnyAllowedHostNothingIsEvenLookedUp() throws Exception {
        GuardTestData data = guard();
        try (GuardedClient client = data.client()) {
            for (String address : ADDRESSES) {
                assertRefused(client, address.formatted(canary.port()));
            }
            assertRefused(client, "https://good.example/");
        }
        assertThat(data.lookups()).isZero();
        assertCanaryHeardNothing();
    }

    @Test
    void anotherPortOfAnAllowedHostIsNotAllowed() throws Exception {
        GuardTestData data =
                guard().allowingPrivate("localhost:" + (canary.port() == 65_535 ? 1 : canary.port() + 1), "http");
        try (GuardedClient client = data.client()) {
            assertRefused(client, "http://localhost:%d/".formatted(canary.port()));
        }
        assertCanaryHeardNothing();
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnoughToRefuseAName() throws Exception {
        GuardTestData data = guard().allowing("*.evil.example:" + canary.port(), "http")
                .naming("last.evil.example", "1.1.1.1", "2606:4700::1111", "127.0.0.1")
                .naming("first.evil.example", "127.0.0.1", "1.1.1.1");
        try (GuardedClient client = data.client()) {
            assertRefused(client, "http://last.evil.example:%d/".formatted(canary.port()));
            assertRefused(client, "http://first.evil.example:%d/".formatted(canary.port()));
        }
        assertCanaryHeardNothing();
    }

    @Test
    void aNameThatChangesItsAnswerIsReachedAtTheAddressThatWasJudged() throws Exception {
        try (TestServer judged = TestServer.start();
                TestServer other = TestServer.start("127.0.0.2", judged.port())) {
            judged.on("/", TestServer.Response.json("{}"));
            other.on("/", TestServer.Response.json("{}"));
            GuardTestData data = guard().allowingPrivate("rebinding.evil.example:" + judged.port(), "http")
                    .naming("rebinding.evil.example", "127.0.0.1")
                    .naming("rebinding.evil.example", "127.0.0.2");
            try (GuardedClient client = data.client();
                    TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
                URI uri = URI.create("http://rebinding.evil.example:%d/".formatted(judged.port()));
                Answer answer = client.send(Call.to(uri), limit);
                assertThat(answer.address()).isEqualTo("127.0.0.1");
            }
            assertThat(data.lookups()).isEqualTo(1);
            assertThat(judged.received())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers().get("host"))
                            .isEqualTo("rebinding.evil.example:" + judged.port()));
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void refusalsNameTheHostAndWhatToDo() {
        try (GuardedClient client = guard().client();
                TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            assertThatExceptionOfType(HostNotAllowed.class)
                    .isThrownBy(() -> client.send(Call.to(URI.create("https://Aurora.example/path")), limit))
                    .withMessageContaining("aurora.example:443")
                    .withMessageContaining("https")
                    .withMessageContaining("handover.checks.allowed-hosts");
        }
    }

    private GuardTestData everythingAllowedButNothingPrivate() {
        GuardTestData data = guard();
        for (String host : List.of(
                "127.0.0.1",
                "localhost",
                "[::1]",
                "[::]",
                "0.0.0.0",
                "good.example",
                "[::7f00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "*.evil.example",
                "localhost.localdomain.example")) {
            data.allowing(host + ":" + canary.port(), "http", "https");
            data.allowing(host + ":80", "http", "https");
        }
        for (String[] name : NAMES) {
            data.naming(name[0], name[1]);
        }
        return data.naming("good.example", "127.0.0.1");
    }

    private static void assertRefused(GuardedClient client, String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            return; // Not even an address, so no call can name it.
        }
        try (TimeLimit limit = client.limit(Duration.ofSeconds(5))) {
            assertThatExceptionOfType(HostNotAllowed.class)
                    .as(address)
                    .isThrownBy(() -> client.send(Call.to(uri), limit));
            assertThatExceptionOfType(HostNotAllowed.class).as(address).isThrownBy(() -> client.fetch(uri, 1));
            assertThatExceptionOfType(HostNotAllowed.class).as(address).isThrownBy(() -> client.lookAtTls(uri, limit));
        }
    }

    /** Connections are accepted in order, so once our own is counted, any other would be, too. */
    private void assertCanaryHeardNothing() throws IOException {
        try (var own = new Socket(InetAddress.getLoopbackAddress(), canary.port())) {
            own.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
            await().until(() -> canary.connections() >= 1);
        }
        assertThat(canary.connections()).isEqualTo(1);
    }
}
