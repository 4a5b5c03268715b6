package dev.handover.signoff;

import dev.handover.evidence.Evidence;
import dev.handover.evidence.EvidenceStore;
import dev.handover.evidence.Manifest;
import dev.handover.golive.Timeline;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import dev.handover.shared.Phrase;
import dev.handover.shared.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is different between two manifests, item by item, with who changed it and when. */
@Component
public class ChangedItems {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final EvidenceStore evidence;
    private final Directory directory;

    ChangedItems(EvidenceStore evidence, Directory directory) {
        this.evidence = evidence;
        this.directory = directory;
    }

    /** Changed items first, then new ones, then those that are gone. */
    public List<ChangedItem> between(GoLiveKey goLive, Manifest before, Manifest after) {
        var difference = before.differenceTo(after);
        if (difference.isEmpty()) {
            return List.of();
        }
        var history = evidence.history(goLive);
        var items = new ArrayList<ChangedItem>();
        difference
                .changed()
                .forEach(each -> items.add(new ChangedItem(
                        each.before(), each.after(), version(history, each.before()), version(history, each.after()))));
        difference.added().forEach(each -> items.add(new ChangedItem(null, each, null, version(history, each))));
        difference.removed().forEach(each -> items.add(new ChangedItem(each, null, version(history, each), null)));
        return items;
    }

    /** The newest version that is what the manifest says; null if there is none any more. */
    public static Evidence version(List<Evidence> history, Manifest.Entry entry) {
        return history.stream()
                .filter(each -> each.kind() == entry.kind()
                        && each.form() == entry.form()
                        && each.title().equals(entry.title())
                        && each.sha256().equals(entry.sha256()))
                .reduce((first, later) -> later)
                .orElse(null);
    }

    /** For people, in one line: what, before and after, by whom and when. */
    public String line(ChangedItem item, ZoneId zone) {
        var name = "%s \"%s\"".formatted(item.item().kind().title(), item.item().title());
        if (item.after() == null) {
            return "No longer part of it: %s, was %s".formatted(name, state(item.before()));
        }
        var what = item.before() == null
                ? "New: %s, %s".formatted(name, state(item.after()))
                : "Changed: %s, before %s, now %s".formatted(name, state(item.before()), state(item.after()));
        return what + who(item.later(), zone);
    }

    /** The same for mails. */
    Phrase said(ChangedItem item) {
        var values = new ArrayList<Object>();
        values.add(new Wording.Name(item.item().kind().title()));
        values.add(item.item().title());
        Stream.of(item.before(), item.after())
                .filter(Objects::nonNull)
                .map(ChangedItems::stateSaid)
                .forEach(values::add);
        var key = item.after() == null ? "evidence-gone" : item.before() == null ? "evidence-new" : "evidence-changed";
        if (item.later() == null) {
            return Phrase.of(key, values.toArray());
        }
        values.add(by(item.later()));
        values.add(item.later().addedAt());
        return Phrase.of(key + "-by", values.toArray());
    }

    private static Object stateSaid(Manifest.Entry entry) {
        var digest = entry.sha256().abbreviated();
        return entry.source() == null ? digest : Phrase.of("at-source", digest, entry.source());
    }

    private static String state(Manifest.Entry entry) {
        var digest = entry.sha256().abbreviated();
        return entry.source() == null ? digest : digest + " at " + entry.source();
    }

    private String who(Evidence version, ZoneId zone) {
        if (version == null) {
            return "";
        }
        return " (%s, %s)".formatted(by(version), TIME.withZone(zone).format(version.addedAt()));
    }

    private String by(Evidence version) {
        return version.addedBy().equals(Timeline.SYSTEM) ? "Handover" : directory.nameOf(version.addedBy());
    }
}
