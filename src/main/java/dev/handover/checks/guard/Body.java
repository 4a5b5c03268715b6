package dev.handover.checks.guard;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a call sends. A secret in it is only ever a name. */
public sealed interface Body {

    /** Nothing at all. */
    static Body none() {
        return new None();
    }

    /** JSON, as text. */
    static Body json(String text) {
        return new Text("application/json", text);
    }

    /** A form as browsers send it (application/x-www-form-urlencoded). */
    static Body form(Field... fields) {
        return new Form(List.of(fields));
    }

    /** Names of the secrets that are filled in while the body is sent. */
    default Stream<String> secrets() {
        return Stream.empty();
    }

    /** For people: what is sent, with names in place of secrets. */
    String described();

    record None() implements Body {

        @Override
        public String described() {
            return "nothing";
        }
    }

    /** @param text at most {@value #LONGEST} characters, sent in UTF-8 */
    record Text(String mediaType, String text) implements Body {

        static final int LONGEST = 64 * 1024;

        public Text {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("a call sends at most %d characters".formatted(LONGEST));
            }
        }

        @Override
        public String described() {
            return text;
        }
    }

    /** Fields in the order they are sent. */
    record Form(List<Field> fields) implements Body {

        public Form {
            fields = List.copyOf(fields);
        }

        @Override
        public Stream<String> secrets() {
            return fields.stream().map(Field::secret).filter(Objects::nonNull);
        }

        @Override
        public String described() {
            return fields.stream().map(Field::described).collect(Collectors.joining("&"));
        }
    }
}
