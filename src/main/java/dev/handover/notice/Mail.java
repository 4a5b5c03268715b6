package dev.handover.notice;

/** A letter laid out for mail programs: the same content as HTML and as plain text. */
record Mail(String language, String subject, String html, String text) {}
