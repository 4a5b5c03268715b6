package dev.handover.notice;

import dev.handover.notice.Letter.Entry;
import dev.handover.notice.Letter.Link;
import dev.handover.notice.Letter.Row;
import dev.handover.notice.Letter.Section;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of what one notice says, from which a letter of its own or an entry in a digest is made. */
final class Draft {

    private final Links links;
    private final Directory directory;
    private final LetterWords words;
    private final NoticeKind kind;
    private final GoLiveKey key;
    private final Facts facts;
    private final Headline headline;
    private final ZoneId zone;
    private final Object[] values;

    Draft(
            Links links,
            Directory directory,
            LetterWords words,
            NoticeKind kind,
            GoLiveKey key,
            Facts facts,
            Headline headline,
            Reader reader) {
        this.links = links;
        this.directory = directory;
        this.words = words;
        this.kind = kind;
        this.key = key;
        this.facts = facts;
        this.headline = headline;
        this.zone = reader.zoneOr(facts.zone() == null ? headline.zone() : facts.zone());
        this.values = new Object[] {
            headline.customer(), headline.environment(), taskName(), nameOf(facts.person()), facts.sequence()
        };
    }

    String subject() {
        return MailText.headerLine(say("subject"));
    }

    String preview() {
        return (kind.isAboutATask() || asksToo()) && facts.end() != null
                ? label("end") + ": " + words.time(facts.end(), zone)
                : headline.title();
    }

    String place() {
        return say("place");
    }

    String heading() {
        return say("heading");
    }

    List<String> text() {
        var lines = new ArrayList<String>();
        if (facts.onBehalfOf() != null) {
            lines.add(words.say(
                    kind.isToldToWhoeverHasTheTask() || asksToo() ? "deputy.asked" : "deputy.told",
                    nameOf(facts.onBehalfOf())));
        }
        words.find(kind, "text", values).ifPresent(lines::add);
        lines.addAll(worded(facts.says()));
        lines.addAll(LetterWords.lines(asks()));
        return lines;
    }

    /** A task's words are the model's, so they are known in other languages. */
    private String asks() {
        return (kind == NoticeKind.TASK_WAITING || asksToo()) && facts.taskName() != null
                ? words.asks(facts.taskName()).orElse(facts.asks())
                : facts.asks();
    }

    /** News that comes with a task of the recipient. */
    private boolean asksToo() {
        return kind.asksWhoeverHasTheTask() && facts.taskId() != null;
    }

    private List<String> worded(List<Phrase> phrases) {
        return phrases.stream().map(phrase -> words.phrase(phrase, zone)).toList();
    }

    List<Row> rows() {
        var rows = happened();
        add(rows, "go-live", List.of(headline.title()));
        return rows;
    }

    private List<Row> happened() {
        var rows = new ArrayList<Row>();
        add(rows, "person", LetterWords.lines(nameOf(facts.person())));
        add(rows, "at", time(facts.at()));
        add(rows, "reason", why());
        add(rows, "start", time(facts.start()));
        add(rows, "end", time(facts.end()));
        return rows;
    }

    private List<String> why() {
        return Stream.concat(worded(facts.because()).stream(), Stream.ofNullable(facts.reason()))
                .flatMap(text -> LetterWords.lines(text).stream())
                .toList();
    }

    /** What a digest says of it: a task until when, anything else with all that has happened. */
    Entry entry() {
        var rows = new ArrayList<Row>();
        if (facts.onBehalfOf() != null) {
            rows.add(new Row(words.say("deputy.label"), List.of(nameOf(facts.onBehalfOf()))));
        }
        rows.addAll(happened());
        if (!facts.says().isEmpty()) {
            rows.add(new Row(words.say("digest.says"), worded(facts.says())));
        }
        if (!listed().isEmpty()) {
            rows.add(new Row(say("items"), listed()));
        }
        return new Entry(heading(), rows, link());
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

    Section items() {
        return listed().isEmpty() ? null : new Section(say("items"), listed());
    }

    private List<String> listed() {
        return Stream.concat(worded(facts.points()).stream(), facts.items().stream())
                .toList();
    }

    Section outlook() {
        var lines = facts.otherwise() == null
                ? find("outlook").map(List::of).orElse(List.of())
                : LetterWords.lines(facts.otherwise());
        return lines.isEmpty() ? null : new Section(say("outlook-title"), lines);
    }

    /** Those who are told of somebody else's task could not open it. */
    Link link() {
        if (facts.taskId() != null && kind != NoticeKind.ESCALATION) {
            return new Link(words.say("link.task"), links.task(facts.taskId()));
        }
        return switch (kind) {
            case HANDED_OVER -> new Link(words.say("link.report"), links.report(key.value()));
            case CONDITION_SET, CONDITION_DUE, WINDOW_INVITATION, WINDOW_CANCELLED ->
                new Link(words.say("link.go-live"), links.page(key.value()));
            default -> null;
        };
    }

    private String say(String part) {
        return find(part).orElseThrow();
    }

    /** News that comes with a task has words of its own for some of its parts. */
    private Optional<String> find(String part) {
        var asking = asksToo() ? words.find(kind, "asking." + part, values) : Optional.<String>empty();
        return asking.or(() -> words.find(kind, part, values));
    }

    private String taskName() {
        return facts.taskName() == null ? words.say("task") : words.task(facts.taskName());
    }

    private String nameOf(String person) {
        return person == null ? "" : Objects.requireNonNullElse(MailText.line(directory.nameOf(person)), "");
    }
}
