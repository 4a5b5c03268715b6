package dev.handover.notice;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a calendar program finds in a mail. */
record ReceivedInvitation(String type, String text, String file, ICalendar calendar) {

    static ReceivedInvitation in(MimeMessage message) throws Exception {
        var form = NoticeModuleTest.forms(message).getBodyPart(2);
        var file = ((MimeMultipart) message.getContent()).getBodyPart(1);
        var text = read(form);
        var calendars = Biweekly.parse(text).all();
        if (calendars.size() != 1 || calendars.get(0).getEvents().size() != 1) {
            throw new AssertionError("one calendar with one event expected: " + text);
        }
        return new ReceivedInvitation(form.getContentType(), text, read(file), calendars.get(0));
    }

    private static String read(Part part) throws Exception {
        try (var content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String method() {
        return calendar.getMethod().getValue();
    }

    VEvent event() {
        return calendar.getEvents().get(0);
    }

    int sequence() {
        return event().getSequence().getValue();
    }

    /** Without folding, as {@code NAME;PARAMETER=x:value}. */
    List<String> lines() {
        return text.replaceAll("\r\n[ \t]", "").lines().toList();
    }

    List<String> names() {
        return lines().stream().map(line -> line.split("[:;]", 2)[0]).toList();
    }
}
