package io.crmkit.core.party;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as detection reads them: without case, accents, punctuation and legal forms. */
final class DuplicateNames {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOTS = Pattern.compile("[.'\u2019]");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /* letters that Unicode does not take apart */
    private static final Map<String, String> LETTERS = Map.of(
            "\u00df", "ss", "\u00e6", "ae", "\u0153", "oe", "\u00f8", "o", "\u0142", "l", "\u0111", "d", "\u0131", "i",
            "\u00f0", "d", "\u00fe", "th");

    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "ag",
            "aps",
            "as",
            "asa",
            "bv",
            "bvba",
            "co",
            "company",
            "corp",
            "corporation",
            "doo",
            "eg",
            "ek",
            "eu",
            "gbr",
            "ges",
            "gesmbh",
            "gmbh",
            "inc",
            "incorporated",
            "kft",
            "kg",
            "kgaa",
            "lda",
            "limited",
            "llc",
            "llp",
            "ltd",
            "ltda",
            "mbh",
            "nv",
            "og",
            "ohg",
            "oy",
            "oyj",
            "plc",
            "pty",
            "pvt",
            "sa",
            "sapa",
            "sarl",
            "sas",
            "se",
            "sl",
            "slu",
            "snc",
            "spa",
            "spzoo",
            "srl",
            "srls",
            "sro",
            "ug",
            "zrt");

    private DuplicateNames() {}

    /** The words of a person's name, in the order written; the name itself where it has neither letters nor digits. */
    static List<String> words(String name) {
        List<String> words = Arrays.stream(BREAKS.split(folded(name)))
                .filter(word -> !word.isEmpty())
                .toList();
        return words.isEmpty() ? List.of(name) : words;
    }

    /** The words of a company's name without those that say its legal form; all of them where there are no others. */
    static List<String> companyWords(String name) {
        List<String> words = words(name);
        List<String> own =
                words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        return own.isEmpty() ? words : own;
    }

    private static String folded(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        String lower = DOTS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            lower = lower.replace(letter.getKey(), letter.getValue());
        }
        return lower;
    }

    /** The likeness of two names, whichever of the words comes first. */
    static double similarity(List<String> one, List<String> other) {
        double asWritten = JaroWinkler.similarity(String.join(" ", one), String.join(" ", other));
        return Math.max(asWritten, JaroWinkler.similarity(sorted(one), sorted(other)));
    }

    private static String sorted(List<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }
}
