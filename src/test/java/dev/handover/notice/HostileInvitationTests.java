package dev.handover.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handover.golive.PhaseEntered;
import dev.handover.shared.Person;
import dev.handover.shared.Phase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Whatever people write into names, an entry for calendars has the properties it was meant to have, and no others. */
class HostileInvitationTests extends NoticeModuleTest {

    private static final List<String> PROPERTIES = List.of(
            "BEGIN",
            "VERSION",
            "PRODID",
            "METHOD",
            "BEGIN",
            "UID",
            "DTSTAMP",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "TRANSP",
            "ORGANIZER",
            "ATTENDEE",
            "STATUS",
            "SUMMARY",
            "DESCRIPTION",
            "URL",
            "END",
            "END");

    @Autowired
    private ApplicationEventPublisher events;

    static Stream<String> hostile() {
        var lines = Stream.of(
                        "\r", "\n", "\r\n", "\r\n ", "\u0085", "\u2028", "\u000B", "\\n", "\\\\n", "^n", "%0d%0a", "\0")
                .map(ending -> "Aurora" + ending + "ATTENDEE:mailto:evil@evil.example" + ending + "END:VEVENT" + ending
                        + "BEGIN:VALARM");
        var others = Stream.of(
                "a;b,c:d\\e\"f^'g",
                "\";RSVP=TRUE;X-EVIL=\"",
                "Evil:mailto:evil@evil.example",
                "=?utf-8?Q?x=0D=0ABEGIN:VEVENT?=",
                "{0} ''{1}'' ${7*7}",
                "x".repeat(10_000),
                "ü".repeat(10_000),
                "日本".repeat(100),
                "😀".repeat(100),
                "a\uD83Db\uDE00c",
                "\u202Ereversed");
        return Stream.concat(lines, others);
    }

    @ParameterizedTest
    @MethodSource
    void hostile(String text) throws Exception {
        world.headline = new Headline(text, text, text, NoticeTestData.BERLIN);
        world.people.put("business", new Person("business", text, "business@handover.example"));

        var invitation = invited();

        assertThat(invitation.names()).containsExactlyElementsOf(PROPERTIES);
        var name = MailText.line(text);
        assertThat(invitation.event().getSummary().getValue()).isEqualTo("Go-live: %s, %s".formatted(name, name));
        assertThat(invitation.event().getDescription().getValue())
                .isEqualTo(name + "\nOpen the go-live: https://handover.example/go-lives/" + goLive);
        assertThat(invitation.event().getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("business@handover.example");
            assertThat(attendee.getCommonName()).isEqualTo(MailText.headerLine(text));
            assertThat(attendee.getRsvp()).isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noLineIsLongerThan75OctetsAndEachEndsWithCrLf(String text) throws Exception {
        world.headline = new Headline(text, text, text, NoticeTestData.BERLIN);
        world.people.put("business", new Person("business", text, "business@handover.example"));

        var lines = invited().text().split("\r\n", -1);

        assertThat(lines).allSatisfy(line -> {
            assertThat(line).doesNotContain("\r", "\n");
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a;b:c,d\"@handover.example", "a+b%0d%0a@handover.example", "o'neil@handover.example"})
    void anOddAddressStaysInItsPlace(String address) throws Exception {
        world.people.put("business", new Person("business", null, address));

        var invitation = invited();

        assertThat(invitation.names()).containsExactlyElementsOf(PROPERTIES);
        assertThat(invitation.event().getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo(address);
            assertThat(attendee.getCommonName()).isNull();
        });
    }

    private ReceivedInvitation invited() throws Exception {
        world.window("2026-03-05T08:00:00Z", "2026-03-05T12:00:00Z", "business");
        events.publishEvent(new PhaseEntered(goLive, Phase.RELEASE));
        sendAll();
        return ReceivedInvitation.in(delivered());
    }
}
