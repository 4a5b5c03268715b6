package dev.handover.development.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarEntryTests {

    static final String INVITATION = String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "METHOD:REQUEST",
            "BEGIN:VTIMEZONE",
            "DTSTART:19700101T000000",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "SUMMARY:Release window\\, Aurora",
            "  Works",
            "DTSTART:20270301T080000Z",
            "DTEND;TZID=Europe/Berlin:20270301T110000",
            "LOCATION:Room 1\\nGround floor",
            "END:VEVENT",
            "END:VCALENDAR",
            "");

    private static CalendarEntry read(String source) {
        return CalendarEntry.of(
                new MailPart(3, "invitation.ics", "text/calendar", "", source.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheEventAndNotTheTimeZone() {
        var entry = read(INVITATION);
        assertThat(entry.method()).isEqualTo("REQUEST");
        assertThat(entry.summary()).isEqualTo("Release window, Aurora Works");
        assertThat(entry.starts()).isEqualTo("2027-03-01 08:00 UTC");
        assertThat(entry.ends()).isEqualTo("2027-03-01 11:00 Europe/Berlin");
        assertThat(entry.location()).isEqualTo("Room 1\nGround floor");
        assertThat(entry.part()).isEqualTo(3);
        assertThat(entry.source()).isEqualTo(INVITATION);
    }

    @Test
    void aWholeDayHasNoTimeAndAFloatingTimeNoZone() {
        assertThat(read("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270301\n").starts()).isEqualTo("2027-03-01");
        assertThat(read("BEGIN:VEVENT\nDTSTART:20270301T080000\n").starts()).isEqualTo("2027-03-01 08:00");
    }

    @Test
    void whatIsMissingIsEmptyAndWhatIsOddIsShownAsWritten() {
        assertThat(read("nonsense")).isEqualTo(new CalendarEntry(3, "", "", "", "", "", "nonsense"));
        assertThat(read("DTSTART:whenever\n").starts()).isEqualTo("whenever");
    }
}
