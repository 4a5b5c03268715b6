package dev.handover.notice;

import dev.handover.shared.Slugged;

/** What has become of a notice. */
public enum NoticeState implements Slugged {
    /** Not sent yet; a job of the process sends it, or is an incident. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** Not sent: its task was done in the meantime. */
    SKIPPED,
    /** Not sent: the person has no usable address, or the mail server refuses it for good. */
    UNDELIVERABLE
}
