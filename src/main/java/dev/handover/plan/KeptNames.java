package dev.handover.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code {name}} in requests of a workflow: a value that an earlier answer gave. */
final class KeptNames {

    private static final Pattern FORM = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
    private static final Pattern USE = Pattern.compile("\\{(" + FORM + ")}");
    private static final Pattern IN_HOST = Pattern.compile("[^:/?#]*:?/*[^/?#]*[{}].*");

    private KeptNames() {}

    static boolean isName(String text) {
        return FORM.matcher(text).matches();
    }

    /** Names that the text uses, in their order. */
    static List<String> in(String text) {
        return USE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** What is wrong with an address in which names may stand behind the host. */
    static Optional<Problem> addressProblem(String text) {
        if (IN_HOST.matcher(text).matches()) {
            return Optional.of(new Problem(
                    "The address has {} in its host.",
                    "Write the host out; only what comes behind it may hold the {name} of a kept value."));
        }
        return Addresses.problem(USE.matcher(text).replaceAll("x"));
    }
}
