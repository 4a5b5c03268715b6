package dev.handover.notice;

/**
 * The mail server could not be reached or did not take a message now. A technical fault: the job fails, is tried again,
 * and becomes an incident with this message, which tells an admin what to look at and carries no password.
 */
public class MailNotTaken extends RuntimeException {

    MailNotTaken(String message, Throwable cause) {
        super(message, cause);
    }
}
