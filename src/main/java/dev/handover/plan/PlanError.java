package dev.handover.plan;

/**
 * One mistake in a plan document.
 *
 * @param pointer JSON pointer (RFC 6901) of the place, empty for the whole document
 * @param line line of the place in the submitted text, counted from 1
 * @param message what is wrong
 * @param mend what to write instead
 */
public record PlanError(String pointer, int line, String message, String mend) {}
