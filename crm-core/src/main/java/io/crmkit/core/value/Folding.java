package io.crmkit.core.value;

/**
 * Texts without regard to case, the same in memory and in a database.
 *
 * <p>Definition: each code point is taken to its simple upper case and that to its simple lower case, as
 * {@link Character#toUpperCase(int)} and {@link Character#toLowerCase(int)} have it, whatever the locale. Nothing else is
 * changed: accents stay, one character stays one character ({@code ß} is not {@code ss}), combining marks stay apart.
 */
public final class Folding {

    private Folding() {}

    /**
     * Folds a text.
     *
     * @param text the text
     * @return the text with each code point folded, as long as it was
     */
    public static String folded(String text) {
        char[] units = new char[text.length()];
        for (int i = 0; i < units.length; i++) {
            units[i] = unit(text, i);
        }
        return new String(units);
    }

    /**
     * Says whether a text holds a part, without regard to case; allocates nothing.
     *
     * @param text the text, as written
     * @param part the part, folded
     * @return true where the folded text holds the part
     */
    public static boolean contains(String text, String part) {
        int last = text.length() - part.length();
        for (int from = 0; from <= last; from++) {
            if (holds(text, from, part)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Says whether a text begins with a part, without regard to case; allocates nothing.
     *
     * @param text the text, as written
     * @param part the part, folded
     * @return true where the folded text begins with the part
     */
    public static boolean startsWith(String text, String part) {
        return text.length() >= part.length() && holds(text, 0, part);
    }

    private static boolean holds(String text, int from, String part) {
        for (int i = 0; i < part.length(); i++) {
            if (unit(text, from + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /* no simple case mapping leads from one code unit to two, or back */
    private static char unit(String text, int i) {
        char unit = text.charAt(i);
        if (unit < 0x80) {
            return unit >= 'A' && unit <= 'Z' ? (char) (unit + 32) : unit;
        }
        if (!Character.isSurrogate(unit)) {
            return Character.toLowerCase(Character.toUpperCase(unit));
        }
        if (Character.isHighSurrogate(unit)) {
            return Character.isSurrogatePair(unit, next(text, i)) ? Character.highSurrogate(fold(text, i)) : unit;
        }
        boolean paired = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        return paired ? Character.lowSurrogate(fold(text, i - 1)) : unit;
    }

    private static char next(String text, int i) {
        return i + 1 < text.length() ? text.charAt(i + 1) : ' ';
    }

    private static int fold(String text, int i) {
        return Character.toLowerCase(Character.toUpperCase(text.codePointAt(i)));
    }
}
