package dev.handover.plan;

/**
 * Where a value stands in the submitted text.
 *
 * @param line line of the value's field name, or of the value itself in a list; counted from 1
 * @param start offset of the value's first character; @param end offset after its last
 */
record Place(int line, int start, int end) {}
