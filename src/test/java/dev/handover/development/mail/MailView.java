package dev.handover.development.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * A mail as a line of the list and the head of its page. Times in UTC.
 *
 * @param from display name of the sender, or the address if there is none
 * @param fromLine the sender with the address
 * @param recipients the recipients of the envelope, separated by commas
 * @param preview the first words of the text
 */
record MailView(
        int number,
        String from,
        String fromLine,
        String recipients,
        String subject,
        String preview,
        String time,
        String isoTime,
        boolean unread,
        boolean calendar,
        int attachments) {

    /** A recipient in the list of mailboxes. */
    record Recipient(String address, String parameter, int count) {

        /** What stands before the last at sign. */
        public String mailbox() {
            return address.substring(0, at());
        }

        /** The at sign and what follows; empty if there is none. */
        public String domain() {
            return address.substring(at());
        }

        private int at() {
            return address.contains("@") ? address.lastIndexOf('@') : address.length();
        }
    }

    /** A way to look at one mail. */
    record View(String name, String title) {}

    private static final int PREVIEW_LENGTH = 160;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

    static MailView of(ReceivedMail mail, boolean unread) {
        var content = mail.content();
        return new MailView(
                mail.number(),
                displayName(content.from().isEmpty() ? mail.sender() : content.from()),
                content.from().isEmpty() ? mail.sender() : content.from(),
                String.join(", ", mail.recipients()),
                content.subject().isBlank() ? "(no subject)" : content.subject(),
                preview(content),
                format(mail.receivedAt()),
                mail.receivedAt().toString(),
                unread,
                !content.calendarEntries().isEmpty(),
                content.attachments().size());
    }

    static List<Recipient> recipients(SortedMap<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Recipient(
                        entry.getKey(),
                        "to=" + URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8),
                        entry.getValue()))
                .toList();
    }

    /** The ways to look at a mail, the best first. */
    static List<View> views(MailContent content) {
        var views = new ArrayList<View>();
        if (content.html() != null) {
            views.add(new View("html", "Message"));
        }
        if (content.text() != null || views.isEmpty()) {
            views.add(new View("text", views.isEmpty() ? "Message" : "Text part"));
        }
        views.add(new View("headers", "Headers"));
        views.add(new View("source", "Source"));
        return views;
    }

    private static String format(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String preview(MailContent content) {
        var text = content.text() != null
                ? content.text()
                : content.html() == null
                        ? ""
                        : content.html().replaceAll("(?is)<(style|script|head).*?</\\1>|<[^>]*>", " ");
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= PREVIEW_LENGTH ? line : line.substring(0, PREVIEW_LENGTH) + "\u2026";
    }

    private static String displayName(String from) {
        try {
            return Arrays.stream(InternetAddress.parse(from, false))
                    .findFirst()
                    .map(address -> address.getPersonal() == null ? address.getAddress() : address.getPersonal())
                    .orElse("(unknown sender)");
        } catch (AddressException e) {
            return from;
        }
    }
}
