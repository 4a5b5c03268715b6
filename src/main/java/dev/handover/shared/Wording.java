package dev.handover.shared;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** What a {@link Phrase} says something for, before it is in a language. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "as")
@JsonSubTypes({
    @Type(value = Wording.Text.class, name = "text"),
    @Type(value = Wording.Name.class, name = "name"),
    @Type(value = Wording.Day.class, name = "day"),
    @Type(value = Wording.Moment.class, name = "moment"),
    @Type(value = Wording.Length.class, name = "length"),
    @Type(value = Wording.Count.class, name = "count"),
    @Type(value = Wording.Nested.class, name = "phrase")
})
public sealed interface Wording {

    /** Puts into words what is not the same in every language. */
    interface Language {

        String name(String english);

        String day(LocalDate day);

        String moment(Instant at);

        String length(Duration length);

        String phrase(Phrase phrase);
    }

    /** For a pattern of {@link java.text.MessageFormat}: text or a number. */
    Object in(Language language);

    default Wording withTexts(UnaryOperator<String> change) {
        return this;
    }

    /** What people, their plans or foreign systems wrote. */
    record Text(String words) implements Wording {

        @Override
        public Object in(Language language) {
            return words == null ? "" : words;
        }

        @Override
        public Wording withTexts(UnaryOperator<String> change) {
            return new Text(change.apply(words));
        }
    }

    /** What the product itself calls something, for example a role; known in other languages by {@code english}. */
    record Name(String english) implements Wording {

        @Override
        public Object in(Language language) {
            return language.name(english);
        }
    }

    /** A day of the calendar. */
    record Day(LocalDate day) implements Wording {

        @Override
        public Object in(Language language) {
            return language.day(day);
        }
    }

    /** A point in time, told in the zone of the reader. */
    record Moment(Instant at) implements Wording {

        @Override
        public Object in(Language language) {
            return language.moment(at);
        }
    }

    /** A length of time, told in days and hours. */
    record Length(Duration length) implements Wording {

        @Override
        public Object in(Language language) {
            return language.length(length);
        }
    }

    /** How many. */
    record Count(long number) implements Wording {

        @Override
        public Object in(Language language) {
            return number;
        }
    }

    /** A phrase within another. */
    record Nested(Phrase phrase) implements Wording {

        @Override
        public Object in(Language language) {
            return language.phrase(phrase);
        }

        @Override
        public Wording withTexts(UnaryOperator<String> change) {
            return new Nested(phrase.withTexts(change));
        }
    }

    /**
     * @param value text, day, point in time, length of time, whole number, phrase, or what is one of these already
     * @throws IllegalArgumentException for anything else: nobody would know how to say it
     */
    static Wording of(Object value) {
        if (value instanceof Wording wording) {
            return wording;
        } else if (value instanceof String text) {
            return new Text(text);
        } else if (value instanceof LocalDate day) {
            return new Day(day);
        } else if (value instanceof Instant at) {
            return new Moment(at);
        } else if (value instanceof Duration length) {
            return new Length(length);
        } else if (value instanceof Integer || value instanceof Long) {
            return new Count(((Number) value).longValue());
        } else if (value instanceof Phrase phrase) {
            return new Nested(phrase);
        }
        throw new IllegalArgumentException("no way to say " + value);
    }

    /** A value that was kept as text: a point in time if it is written like one, else as it is; {@code nothing} if there is none. */
    static Wording ofKept(String value) {
        if (value == null || value.isEmpty()) {
            return new Nested(Phrase.of("nothing"));
        }
        try {
            return new Moment(Instant.parse(value));
        } catch (DateTimeException e) {
            return new Text(value);
        }
    }
}
