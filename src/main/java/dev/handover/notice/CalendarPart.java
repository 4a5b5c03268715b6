package dev.handover.notice;

/**
 * What a mail tells calendars.
 *
 * @param method of RFC 5546, {@code REQUEST} or {@code CANCEL}
 * @param text as RFC 5545 has it, lines ended by CR LF
 */
record CalendarPart(String method, String text) {}
