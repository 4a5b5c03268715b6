package dev.handover.release;

/**
 * One thing that has to hold when the window opens.
 *
 * @param name what it is, for people
 * @param green whether it holds now
 * @param finding what was found, and what to do if it does not hold
 */
public record Gate(String name, boolean green, String finding) {}
