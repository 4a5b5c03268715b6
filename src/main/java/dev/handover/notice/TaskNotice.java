package dev.handover.notice;

import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A task waits for somebody.
 *
 * @param taskId id of the task in Tasklist
 * @param handing which handing-over of the task this is: 0 for whoever gets it first, then counting
 * @param taskName its name, without customer and environment: the mail says those itself
 * @param asks what is asked, in one or a few sentences
 * @param because why it waits again; empty if it waits for the first time
 * @param changed in a task to sign again: what is not as it was signed; else empty
 * @param onBehalfOf user id of the person the recipients are asked for as deputy; null if nobody is away
 * @param otherwise what happens if nothing is done until then; null for what is always true: the go-live waits
 * @param recipients user ids; a repeated one counts once
 * @param due until when; null if there is no such time
 * @param zone zone that times are told in
 */
public record TaskNotice(
        GoLiveKey key,
        String taskId,
        int handing,
        String taskName,
        String asks,
        List<Phrase> because,
        List<Phrase> changed,
        String onBehalfOf,
        String otherwise,
        List<String> recipients,
        Instant due,
        ZoneId zone) {

    Facts facts() {
        return Facts.about(taskId)
                .number(handing)
                .task(taskId, taskName)
                .asking(asks)
                .because(because)
                .pointing(changed)
                .onBehalfOf(onBehalfOf)
                .otherwise(otherwise)
                .until(due)
                .in(zone)
                .build();
    }
}
