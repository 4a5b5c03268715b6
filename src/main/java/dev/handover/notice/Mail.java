package dev.handover.notice;

/**
 * A letter laid out for mail programs: the same content as HTML and as plain text.
 *
 * @param settings page on which the recipient can do without such mails; null if they cannot
 * @param calendar what it tells calendars; null if nothing
 */
record Mail(String language, String subject, String html, String text, String settings, CalendarPart calendar) {

    Mail(String language, String subject, String html, String text, String settings) {
        this(language, subject, html, text, settings, null);
    }

    Mail with(CalendarPart entry) {
        return new Mail(language, subject, html, text, settings, entry);
    }
}
