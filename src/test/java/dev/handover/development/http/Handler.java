package dev.handover.development.http;

/** Answers one kind of request. */
@FunctionalInterface
public interface Handler {

    /**
     * @throws BadRequest answered with status 400 and its message
     * @throws Exception answered with status 500; it is logged, and the caller learns nothing of it
     */
    Response answer(Request request) throws Exception;
}
