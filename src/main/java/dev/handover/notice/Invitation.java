package dev.handover.notice;

import dev.handover.notice.ReleaseWindow.Invitee;
import dev.handover.shared.GoLiveKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** What one person was told last about the release window of one go-live. */
@Entity
@Table(name = "window_invitation")
class Invitation {

    /** What the person's calendar holds. */
    enum State {
        /** The window. */
        INVITED,
        /** Nothing, since the person does not want invitations. */
        LEFT_OUT,
        /** Nothing any more. */
        CANCELLED
    }

    @Id
    private UUID id;

    private String goLive;
    private String person;
    private String onBehalfOf;

    @Enumerated(EnumType.STRING)
    private State state;

    /** As RFC 5545 counts: one higher with all that is told of the window, to whomever. */
    private int sequence;

    private Instant windowStart;
    private Instant windowEnd;

    @Version
    @Column(name = "row_version")
    private int version;

    protected Invitation() {}

    Invitation(GoLiveKey goLive, String person) {
        this.id = UUID.randomUUID();
        this.goLive = goLive.value();
        this.person = person;
        this.state = State.CANCELLED;
    }

    void tell(ReleaseWindow window, Invitee invitee, int number, boolean wanted) {
        this.windowStart = window.start();
        this.windowEnd = window.end();
        this.onBehalfOf = invitee.onBehalfOf();
        this.sequence = number;
        this.state = wanted ? State.INVITED : State.LEFT_OUT;
    }

    void cancel(int number) {
        this.sequence = number;
        this.state = State.CANCELLED;
    }

    /** True if it was told of that window, which need not hold any more. */
    boolean isAbout(ReleaseWindow window) {
        return window.start().equals(windowStart) && window.end().equals(windowEnd);
    }

    /** True if there is nothing to tell: the person has that window, or does not want it. */
    boolean holds(ReleaseWindow window) {
        return state != State.CANCELLED && isAbout(window);
    }

    boolean isInvited() {
        return state == State.INVITED;
    }

    boolean isCancelled() {
        return state == State.CANCELLED;
    }

    boolean isAfter(int number) {
        return sequence > number;
    }

    /** Nothing is left of a window that has ended. */
    boolean isOver(Instant now) {
        return !windowEnd.isAfter(now);
    }

    String person() {
        return person;
    }

    int sequence() {
        return sequence;
    }

    /** What is told of it, without words of its own. */
    Facts.Builder facts() {
        return Facts.about("release-window")
                .number(sequence)
                .onBehalfOf(onBehalfOf)
                .from(windowStart)
                .until(windowEnd);
    }
}
