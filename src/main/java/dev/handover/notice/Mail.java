package dev.handover.notice;

/**
 * A letter laid out for mail programs: the same content as HTML and as plain text.
 *
 * @param settings page on which the recipient can do without such mails; null if they cannot
 */
record Mail(String language, String subject, String html, String text, String settings) {}
