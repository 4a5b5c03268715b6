package dev.handover.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a notice says besides the go-live it is about. All but the subject may be missing; a mail leaves out what is
 * missing. Texts are cleaned on the way in, so that no fact can become a header, a line that looks like another, or
 * markup.
 *
 * @param subject what the notice is about, for example the id of a task or {@code window-2}: together with kind,
 *     recipient and sequence it makes a notice unique within its go-live
 * @param sequence 0 for the first notice about the subject, then counting
 * @param taskId task the link leads to; the notice is not sent any more once that task is done
 * @param asks what is asked, or what has happened in the words of who tells it
 * @param otherwise what happens if nothing is done
 * @param onBehalfOf user id of the person whose deputy the recipient is in this; null for who is told on their own account
 * @param says sentences of ours beside what is asked; never null
 * @param person user id of who caused it or, in an escalation, of who the task waits for
 * @param at when it happened or, in an escalation, since when the task waits
 * @param start start of the release window
 * @param end for a task when it is due; in an escalation the cut-off; else the end of the release window
 * @param zone zone that times are told in; null for the go-live's
 * @param items things to list, for example what a new plan reopens; never null
 */
public record Facts(
        String subject,
        int sequence,
        String taskId,
        String taskName,
        String asks,
        String otherwise,
        String onBehalfOf,
        List<Phrase> says,
        String person,
        String reason,
        Instant at,
        Instant start,
        Instant end,
        ZoneId zone,
        List<String> items) {

    private static final int MAX_ITEMS = 50;

    public Facts {
        if (subject == null || subject.isBlank() || sequence < 0) {
            throw new IllegalArgumentException("a notice has a subject and a sequence of at least 0");
        }
        subject = MailText.line(subject);
        taskId = MailText.line(taskId);
        taskName = MailText.line(taskName);
        asks = MailText.paragraphs(asks);
        otherwise = MailText.paragraphs(otherwise);
        onBehalfOf = MailText.line(onBehalfOf);
        says = says == null ? List.of() : List.copyOf(says);
        person = MailText.line(person);
        reason = MailText.paragraphs(reason);
        items = items == null
                ? List.of()
                : items.stream().map(MailText::line).limit(MAX_ITEMS).toList();
    }

    /** The same facts, told to the deputy of that person. */
    Facts onBehalfOf(String principal) {
        return new Facts(
                subject, sequence, taskId, taskName, asks, otherwise, principal, says, person, reason, at, start, end,
                zone, items);
    }

    /** Facts of a notice about something; see the record's parameters. */
    public static Builder about(String subject) {
        return new Builder(subject);
    }

    /** Collects facts one by one; what is not said stays missing. */
    public static final class Builder {

        private final String subject;
        private int sequence;
        private String taskId;
        private String taskName;
        private String asks;
        private String otherwise;
        private String onBehalfOf;
        private final List<Phrase> says = new ArrayList<>();
        private String person;
        private String reason;
        private Instant at;
        private Instant start;
        private Instant end;
        private ZoneId zone;
        private List<String> items = List.of();

        private Builder(String subject) {
            this.subject = subject;
        }

        public Builder number(int sequence) {
            this.sequence = sequence;
            return this;
        }

        public Builder task(String taskId, String taskName) {
            this.taskId = taskId;
            this.taskName = taskName;
            return this;
        }

        public Builder asking(String asks) {
            this.asks = asks;
            return this;
        }

        public Builder otherwise(String otherwise) {
            this.otherwise = otherwise;
            return this;
        }

        /** @param principal user id; null for who is told on their own account */
        public Builder onBehalfOf(String principal) {
            this.onBehalfOf = principal;
            return this;
        }

        public Builder saying(Phrase phrase) {
            this.says.add(phrase);
            return this;
        }

        public Builder by(String person) {
            this.person = person;
            return this;
        }

        public Builder because(String reason) {
            this.reason = reason;
            return this;
        }

        public Builder at(Instant at) {
            this.at = at;
            return this;
        }

        public Builder from(Instant start) {
            this.start = start;
            return this;
        }

        public Builder until(Instant end) {
            this.end = end;
            return this;
        }

        public Builder in(ZoneId zone) {
            this.zone = zone;
            return this;
        }

        public Builder listing(List<String> items) {
            this.items = items;
            return this;
        }

        /** @throws IllegalArgumentException if the subject is blank or the sequence negative */
        public Facts build() {
            return new Facts(
                    subject,
                    sequence,
                    taskId,
                    taskName,
                    asks,
                    otherwise,
                    onBehalfOf,
                    says,
                    person,
                    reason,
                    at,
                    start,
                    end,
                    zone,
                    items);
        }
    }
}
