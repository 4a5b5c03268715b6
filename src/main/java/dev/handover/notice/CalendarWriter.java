package dev.handover.notice;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.property.Attendee;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Transparency;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * Writes what a notice tells calendars: the release window as one event in UTC, for one person who is not asked to answer
 * (RFC 5545, 5546). The same notice is the same text, whenever it is sent.
 */
@Component
class CalendarWriter {

    private static final String PRODUCT = "-//Handover//Handover//EN";
    private static final int LONGEST_LINE = 75;

    /** So many characters are at most {@value #LONGEST_LINE} octets, whatever they are. */
    private static final int LONGEST_LINE_OF_ANY_CHARACTERS = 24;

    private final Links links;
    private final NoticeProperties settings;

    CalendarWriter(Links links, NoticeProperties settings) {
        this.links = links;
        this.settings = settings;
    }

    /**
     * @param notice of a kind that carries a calendar entry, with start and end
     * @param recipient with the address as the mail has it
     */
    CalendarPart write(Notice notice, Headline headline, Reader reader, InternetAddress recipient) {
        var cancelled = notice.kind() == NoticeKind.WINDOW_CANCELLED;
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(cancelled ? Method.CANCEL : Method.REQUEST);
        var event = event(notice, recipient);
        event.setStatus(cancelled ? Status.cancelled() : Status.confirmed());
        say(event, notice, headline, new LetterWords(reader.language()));
        calendar.addEvent(event);
        return new CalendarPart(calendar.getMethod().getValue(), text(calendar));
    }

    private VEvent event(Notice notice, InternetAddress recipient) {
        var event = new VEvent();
        event.setUid("window-%s@%s".formatted(notice.goLive(), settings.domain()));
        event.setDateTimeStamp(Date.from(notice.createdAt()));
        event.setSequence(notice.facts().sequence());
        event.setDateStart(Date.from(notice.facts().start()));
        event.setDateEnd(Date.from(notice.facts().end()));
        event.setTransparency(Transparency.opaque());
        event.setOrganizer(new Organizer(settings.senderName(), settings.from()));
        event.addAttendee(attendee(recipient));
        return event;
    }

    private static Attendee attendee(InternetAddress recipient) {
        var attendee = new Attendee(MailText.line(recipient.getPersonal()), recipient.getAddress());
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setRsvp(false);
        return attendee;
    }

    private void say(VEvent event, Notice notice, Headline headline, LetterWords words) {
        var page = links.page(notice.goLive().value());
        event.setSummary(words.find(notice.kind(), "calendar", headline.customer(), headline.environment())
                .orElseThrow());
        event.setDescription(headline.title() + "\n" + words.say("link.go-live") + ": " + page);
        event.setUrl(page);
    }

    private static String text(ICalendar calendar) {
        var text = write(calendar, LONGEST_LINE);
        return text.chars().allMatch(each -> each < 0x80) ? text : write(calendar, LONGEST_LINE_OF_ANY_CHARACTERS);
    }

    private static String write(ICalendar calendar, int longestLine) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // Names may have quotation marks (RFC 6868).
            writer.setCaretEncodingEnabled(true);
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(longestLine);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException("a text takes all that is written", e);
        }
        return text.toString();
    }
}
