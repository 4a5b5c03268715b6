package dev.handover.board.golive;

/**
 * Somebody whom the go-live waits for.
 *
 * @param who display name
 * @param task what they are asked for
 * @param href opens it in the Tasklist; null if it is somebody else's
 */
record Holder(String who, String task, String since, String href) {}
