package dev.handover.notice;

import dev.handover.notice.Letter.Group;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Writes one letter of several notices: by go-live, those with tasks first, and in each the tasks first. */
@Component
class DigestWriter {

    /** Tasks first, the one that is due first before others; then what has happened, in its order. */
    private static final Comparator<Notice> ORDER = Comparator.<Notice, Boolean>comparing(notice -> !isTask(notice))
            .thenComparing(DigestWriter::due)
            .thenComparing(Notice::createdAt);

    private final LetterWriter writer;
    private final Headlines headlines;

    DigestWriter(LetterWriter writer, Headlines headlines) {
        this.writer = writer;
        this.headlines = headlines;
    }

    /**
     * @param notices at least one
     * @param zone in which the day of the letter is told
     */
    Letter write(List<Notice> notices, Reader reader, Instant now, ZoneId zone) {
        var told = latestOfEachTask(notices).stream().sorted(ORDER).toList();
        var words = new LetterWords(reader.language());
        var tasks = told.stream().filter(DigestWriter::isTask).count();
        var counts = new Object[] {tasks, told.size() - tasks};
        return new Letter(
                words.language(),
                MailText.headerLine(words.say("digest.subject", counts)),
                words.say("digest.preview", places(told)),
                words.day(now, reader.zoneOr(zone)),
                words.say("digest.heading"),
                List.of(words.say("digest.text")),
                List.of(),
                null,
                null,
                null,
                groups(told, reader),
                List.of(words.say("digest.why"), words.say("footer.link")),
                writer.settings(words),
                true);
    }

    /** A reminder says all that the first notice of its task said. */
    private static List<Notice> latestOfEachTask(List<Notice> notices) {
        var latest = new LinkedHashMap<Object, Notice>();
        notices.forEach(notice -> latest.put(isTask(notice) ? notice.facts().taskId() : notice.id(), notice));
        return List.copyOf(latest.values());
    }

    private List<Group> groups(List<Notice> told, Reader reader) {
        return told.stream()
                .collect(Collectors.groupingBy(Notice::goLive, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> group(each.getKey(), each.getValue(), reader))
                .toList();
    }

    private Group group(GoLiveKey key, List<Notice> notices, Reader reader) {
        var headline = headlines.of(key);
        var entries = notices.stream()
                .map(notice -> writer.draft(notice.kind(), key, notice.facts(), headline, reader)
                        .entry())
                .toList();
        return new Group(headline.title(), place(headline), entries);
    }

    private String places(List<Notice> told) {
        return told.stream()
                .map(notice -> place(headlines.of(notice.goLive())))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("; "));
    }

    private static String place(Headline headline) {
        return headline.customer() + ", " + headline.environment();
    }

    private static boolean isTask(Notice notice) {
        return notice.kind().isToldToWhoeverHasTheTask() && notice.facts().taskId() != null;
    }

    private static Instant due(Notice notice) {
        return isTask(notice) ? Objects.requireNonNullElse(notice.facts().end(), Instant.MAX) : Instant.MAX;
    }
}
