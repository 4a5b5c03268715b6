package dev.handover.notice;

import dev.handover.shared.Phrase;
import dev.handover.shared.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Puts phrases into the language and zone of a reader. */
record PhraseWords(LetterWords words, ZoneId zone) implements Wording.Language {

    @Override
    public String phrase(Phrase phrase) {
        return words.say(
                "phrase." + phrase.key(),
                phrase.values().stream().map(value -> value.in(this)).toArray());
    }

    @Override
    public String name(String english) {
        return words.name(english);
    }

    @Override
    public String day(LocalDate day) {
        return words.format("format.day", day);
    }

    @Override
    public String moment(Instant at) {
        return words.format("format.moment", at.atZone(zone));
    }

    /** In whole hours, never shorter than it is. */
    @Override
    public String length(Duration length) {
        var hours = length.plusHours(1).minusNanos(1).toHours();
        var days = hours / 24;
        var rest = hours % 24;
        if (days == 0) {
            return words.say("length.hours", rest);
        }
        return rest == 0 ? words.say("length.days", days) : words.say("length.days-and-hours", days, rest);
    }
}
