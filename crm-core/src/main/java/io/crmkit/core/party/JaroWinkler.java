package io.crmkit.core.party;

/**
 * The likeness of two texts, from the characters they share nearly in the same place.
 *
 * <p>Source: M. Jaro, "Advances in Record-Linkage Methodology", JASA 84 (1989) 414-420; W. Winkler, "String Comparator
 * Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record Linkage" (1990): a common beginning of up to
 * four characters counts a tenth of what is missing, each.
 */
final class JaroWinkler {

    private static final int LONGEST_PREFIX = 4;
    private static final double PREFIX_SCALE = 0.1;
    private static final double LEAST_BOOSTED = 0.7;

    private JaroWinkler() {}

    /** 1 for equal texts, 0 where nothing is shared. */
    static double similarity(String one, String other) {
        double jaro = jaro(one, other);
        return jaro < LEAST_BOOSTED ? jaro : jaro + PREFIX_SCALE * prefix(one, other) * (1 - jaro);
    }

    private static int prefix(String one, String other) {
        int longest = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
        int length = 0;
        while (length < longest && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static double jaro(String one, String other) {
        boolean[] taken = new boolean[other.length()];
        boolean[] matched = new boolean[one.length()];
        int matches = matches(one, other, matched, taken);
        if (matches == 0) {
            return one.isEmpty() && other.isEmpty() ? 1 : 0;
        }
        double m = matches;
        int moved = transpositions(one, other, matched, taken);
        return (m / one.length() + m / other.length() + (m - moved) / m) / 3;
    }

    private static int matches(String one, String other, boolean[] matched, boolean[] taken) {
        int window = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        int matches = 0;
        for (int i = 0; i < one.length(); i++) {
            int end = Math.min(other.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= end && !matched[i]; j++) {
                if (!taken[j] && one.charAt(i) == other.charAt(j)) {
                    matched[i] = true;
                    taken[j] = true;
                    matches++;
                }
            }
        }
        return matches;
    }

    /* half the matched characters that stand in another order */
    private static int transpositions(String one, String other, boolean[] matched, boolean[] taken) {
        int displaced = 0;
        int j = 0;
        for (int i = 0; i < one.length(); i++) {
            if (matched[i]) {
                while (!taken[j]) {
                    j++;
                }
                displaced += one.charAt(i) == other.charAt(j++) ? 0 : 1;
            }
        }
        return displaced / 2;
    }
}
