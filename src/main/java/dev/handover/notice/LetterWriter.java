package dev.handover.notice;

import dev.handover.notice.Letter.Link;
import dev.handover.shared.Directory;
import dev.handover.shared.GoLiveKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the facts of a notice into words, in the language and zone of whoever reads it. */
@Component
class LetterWriter {

    private final Links links;
    private final Directory directory;

    LetterWriter(Links links, Directory directory) {
        this.links = links;
        this.directory = directory;
    }

    Letter write(NoticeKind kind, GoLiveKey key, Facts facts, Headline headline, Reader reader) {
        var draft = draft(kind, key, facts, headline, reader);
        var words = new LetterWords(reader.language());
        return new Letter(
                words.language(),
                draft.subject(),
                draft.preview(),
                draft.place(),
                draft.heading(),
                draft.text(),
                draft.rows(),
                draft.items(),
                draft.outlook(),
                draft.link(),
                List.of(),
                List.of(words.say("footer.why", key.value()), words.say("footer.link")),
                settings(words),
                kind.choices().contains(Manner.NEVER));
    }

    Draft draft(NoticeKind kind, GoLiveKey key, Facts facts, Headline headline, Reader reader) {
        return new Draft(links, directory, new LetterWords(reader.language()), kind, key, facts, headline, reader);
    }

    /** Where people choose what comes how. */
    Link settings(LetterWords words) {
        return new Link(words.say("footer.settings"), links.preferences());
    }
}
