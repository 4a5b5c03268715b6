package dev.handover.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
final class NearestWord {

    private NearestWord() {}

    /** The allowed word that differs least, if it differs little; case, hyphens, underscores and spaces do not count. */
    static Optional<String> find(String written, Collection<String> allowed) {
        String plain = plain(written);
        if (plain.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        int tolerance = Math.max(1, plain.length() / 4);
        return allowed.stream()
                .map(word -> new Candidate(word, plain(word)))
                .filter(each -> Math.abs(each.plain().length() - plain.length()) <= tolerance)
                .map(each -> new Near(each.word(), distance(plain, each.plain())))
                .filter(near -> near.distance() <= tolerance)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::word);
    }

    private record Candidate(String word, String plain) {}

    private record Near(String word, int distance) {}

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "").replace(" ", "");
    }

    /** The least number of characters to add, remove, replace or swap with their neighbour (Levenshtein, Damerau). */
    private static int distance(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : next(from, to, i, j, least);
            }
        }
        return least[from.length()][to.length()];
    }

    private static int next(String from, String to, int i, int j, int[][] least) {
        int replaced = least[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int distance = Math.min(replaced, Math.min(least[i - 1][j], least[i][j - 1]) + 1);
        boolean isSwapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return isSwapped ? Math.min(distance, least[i - 2][j - 2] + 1) : distance;
    }
}
