package dev.handover.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What makes a password good enough: that it is long, has nothing to do with its owner, and is not soon guessed. No kinds of
 * characters are asked for; what people do about such rules is guessed first.
 */
@Component
public class PasswordRules {

    /** Characters; how hard a longer one is to guess would take too long to tell. */
    private static final int LONGEST = 128;

    /** On the scale of zxcvbn, 0 to 4: more than 100 million guesses. */
    private static final int HARD_TO_GUESS = 3;

    /** Parts of names that are shorter than this are part of many words. */
    private static final int SHORTEST_NAME = 4;

    private static final List<String> KNOWN_HERE = List.of("handover", "go-live", "golive", "camunda");

    private final Zxcvbn guesser = new Zxcvbn();
    private final PasswordSettings settings;

    PasswordRules(PasswordSettings settings) {
        this.settings = settings;
    }

    /** Whose password it is to be. @param name and email may be null */
    public record Owner(String userId, String name, String email) {

        /** User id, the words of the name and what stands before the address's {@code @}, in lower case. */
        private List<String> words() {
            var local = email == null ? null : email.split("@", 2)[0];
            return Stream.of(userId, local, name)
                    .filter(Objects::nonNull)
                    .flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("\\s+"))))
                    .filter(word -> word.length() >= SHORTEST_NAME)
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
        }
    }

    /** One rule, as it is said before and after. */
    public interface Rule {

        /** A sentence. */
        String words();

        boolean isKept(String password, Owner owner);
    }

    private record Said(String words, Test test) implements Rule {

        interface Test {
            boolean passes(String password, Owner owner);
        }

        @Override
        public boolean isKept(String password, Owner owner) {
            return test.passes(password, owner);
        }
    }

    /** All of them, in the order they are said. */
    public List<Rule> all() {
        return List.of(
                new Said(
                        "It has %d to %d characters.".formatted(settings.minLength(), LONGEST),
                        (password, owner) -> password.codePointCount(0, password.length()) >= settings.minLength()
                                && password.length() <= LONGEST),
                new Said(
                        "It contains neither the user id nor the name or address of the person.",
                        (password, owner) ->
                                owner.words().stream().noneMatch(password.toLowerCase(Locale.ROOT)::contains)),
                new Said(
                        "It is none that is tried first: no common password, row of keys, date or repetition."
                                + " Some words that have nothing to do with each other are good.",
                        this::isHardToGuess));
    }

    /** Those that the password breaks; empty for a good one. @param password null is as none */
    public List<String> broken(String password, Owner owner) {
        var candidate = Objects.requireNonNullElse(password, "");
        return all().stream()
                .filter(rule -> !rule.isKept(candidate, owner))
                .map(Rule::words)
                .toList();
    }

    private boolean isHardToGuess(String password, Owner owner) {
        if (password.isEmpty() || password.length() > LONGEST) {
            return true; // said by the rule about the length
        }
        var known = Stream.concat(KNOWN_HERE.stream(), owner.words().stream()).toList();
        return guesser.measure(password, known).getScore() >= HARD_TO_GUESS;
    }
}
