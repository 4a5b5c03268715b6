package dev.handover.notice;

import dev.handover.notice.Letter.Link;
import dev.handover.notice.Letter.Row;
import dev.handover.notice.Letter.Section;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts the facts of a notice into words. English for everybody until people have a language (product H1). */
@Component
class LetterWriter {

    private final Links links;
    private final Directory directory;

    LetterWriter(Links links, Directory directory) {
        this.links = links;
        this.directory = directory;
    }

    Letter write(NoticeKind kind, GoLiveKey key, Facts facts, Headline headline) {
        return new Draft(kind, key, facts, headline, new LetterWords(Locale.ENGLISH)).letter();
    }

    /** One letter while it is written. */
    private final class Draft {

        private final NoticeKind kind;
        private final GoLiveKey key;
        private final Facts facts;
        private final Headline headline;
        private final LetterWords words;
        private final ZoneId zone;
        private final Object[] values;

        Draft(NoticeKind kind, GoLiveKey key, Facts facts, Headline headline, LetterWords words) {
            this.kind = kind;
            this.key = key;
            this.facts = facts;
            this.headline = headline;
            this.words = words;
            this.zone = facts.zone() == null ? headline.zone() : facts.zone();
            this.values =
                    new Object[] {headline.customer(), headline.environment(), taskName(), person(), facts.sequence()};
        }

        Letter letter() {
            return new Letter(
                    words.language(),
                    MailText.headerLine(say("subject")),
                    preview(),
                    say("place"),
                    say("heading"),
                    text(),
                    rows(),
                    items(),
                    outlook(),
                    link(),
                    List.of(words.say("footer.why", key.value()), words.say("footer.link")));
        }

        private String say(String part) {
            return words.find(kind, part, values).orElseThrow();
        }

        private String preview() {
            return kind.isAboutATask() && facts.end() != null
                    ? label("end") + ": " + words.time(facts.end(), zone)
                    : headline.title();
        }

        private List<String> text() {
            var lines = new ArrayList<String>();
            words.find(kind, "text", values).ifPresent(lines::add);
            lines.addAll(LetterWords.lines(facts.asks()));
            return lines;
        }

        private List<Row> rows() {
            var rows = new ArrayList<Row>();
            add(rows, "person", LetterWords.lines(person()));
            add(rows, "at", time(facts.at()));
            add(rows, "reason", LetterWords.lines(facts.reason()));
            add(rows, "start", time(facts.start()));
            add(rows, "end", time(facts.end()));
            add(rows, "go-live", List.of(headline.title()));
            return rows;
        }

        private void add(List<Row> rows, String name, List<String> value) {
            if (!label(name).isBlank() && value.stream().anyMatch(line -> !line.isBlank())) {
                rows.add(new Row(label(name), value));
            }
        }

        private String label(String name) {
            return say("row." + name);
        }

        private List<String> time(Instant instant) {
            return instant == null ? List.of() : List.of(words.time(instant, zone));
        }

        private Section items() {
            return facts.items().isEmpty() ? null : new Section(say("items"), facts.items());
        }

        private Section outlook() {
            var lines = facts.otherwise() == null
                    ? words.find(kind, "outlook", values).map(List::of).orElse(List.of())
                    : LetterWords.lines(facts.otherwise());
            return lines.isEmpty() ? null : new Section(say("outlook-title"), lines);
        }

        /** Those who are told of somebody else's task could not open it. */
        private Link link() {
            if (facts.taskId() != null && kind != NoticeKind.ESCALATION) {
                return new Link(words.say("link.task"), links.task(facts.taskId()));
            }
            return switch (kind) {
                case HANDED_OVER -> new Link(words.say("link.report"), links.report(key.value()));
                case CONDITION_SET, CONDITION_DUE -> new Link(words.say("link.go-live"), links.page(key.value()));
                default -> null;
            };
        }

        private String taskName() {
            return facts.taskName() == null ? words.say("task") : facts.taskName();
        }

        private String person() {
            return facts.person() == null ? "" : orEmpty(MailText.line(directory.nameOf(facts.person())));
        }
    }

    private static String orEmpty(String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
