package dev.handover.notice;

import dev.handover.shared.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a notice says besides the go-live it is about. All but the subject may be missing; a mail leaves out what is
 * missing. Texts are cleaned on the way in, so that no fact can become a header, a line that looks like another, or
 * markup.
 *
 * @param subject what the notice is about, for example the id of a task or {@code window-2}: together with kind,
 *     recipient and sequence it makes a notice unique within its go-live
 * @param sequence 0 for the first notice about the subject, then counting; of a task, which handing-over it is
 * @param taskId task the link leads to; the notice is not sent any more once that task is done
 * @param asks what is asked, or what has happened in the words of who tells it
 * @param otherwise what happens if nothing is done
 * @param onBehalfOf user id of the person whose deputy the recipient is in this; null for who is told on their own account
 * @param says sentences of ours beside what is asked; never null
 * @param because why, in sentences of ours; never null
 * @param person user id of who caused it or, in an escalation, of who the task waits for
 * @param at when it happened or, in an escalation, since when the task waits
 * @param start start of the release window
 * @param end for a task when it is due; in an escalation the cut-off; else the end of the release window
 * @param zone zone that times are told in; null for the go-live's
 * @param items things to list as somebody wrote them, for example conditions; never null
 * @param points things to list in sentences of ours, for example what has changed; never null
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
        List<Phrase> because,
        Instant at,
        Instant start,
        Instant end,
        ZoneId zone,
        List<String> items,
        List<Phrase> points) {

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
        says = clean(says, MailText::line);
        person = MailText.line(person);
        reason = MailText.paragraphs(reason);
        because = clean(because, MailText::paragraphs);
        items = items == null
                ? List.of()
                : items.stream().map(MailText::line).limit(MAX_ITEMS).toList();
        points = clean(points, MailText::line);
    }

    private static List<Phrase> clean(List<Phrase> phrases, UnaryOperator<String> texts) {
        return phrases == null
                ? List.of()
                : phrases.stream()
                        .limit(MAX_ITEMS)
                        .map(phrase -> phrase.withTexts(texts))
                        .toList();
    }

    /** The same facts, told to the deputy of that person. */
    Facts onBehalfOf(String principal) {
        return copy().onBehalfOf(principal).build();
    }

    /** The same facts for somebody who does not have the task: they are told, and not asked. */
    Facts withoutTask() {
        return copy().task(null, null).asking(null).until(null).build();
    }

    private Builder copy() {
        var copy = about(subject)
                .number(sequence)
                .task(taskId, taskName)
                .asking(asks)
                .otherwise(otherwise)
                .onBehalfOf(onBehalfOf)
                .by(person)
                .because(reason)
                .because(because)
                .at(at)
                .from(start)
                .until(end)
                .in(zone)
                .listing(items)
                .pointing(points);
        says.forEach(copy::saying);
        return copy;
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
        private List<Phrase> because = List.of();
        private Instant at;
        private Instant start;
        private Instant end;
        private ZoneId zone;
        private List<String> items = List.of();
        private List<Phrase> points = List.of();

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

        /** @param reason as a person wrote it */
        public Builder because(String reason) {
            this.reason = reason;
            return this;
        }

        public Builder because(List<Phrase> because) {
            this.because = because;
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

        /** @param items as people wrote them */
        public Builder listing(List<String> items) {
            this.items = items;
            return this;
        }

        public Builder pointing(List<Phrase> points) {
            this.points = points;
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
                    because,
                    at,
                    start,
                    end,
                    zone,
                    items,
                    points);
        }
    }
}
