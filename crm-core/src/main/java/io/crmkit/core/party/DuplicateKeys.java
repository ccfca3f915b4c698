package io.crmkit.core.party;

import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Folding;
import io.crmkit.core.value.Noun;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The keys under which likely duplicates meet, so that a store finds them without reading all records.
 *
 * <p>Definition: two records are compared where they share a key. Keys are
 * <ul>
 *   <li>{@code e:} each e-mail address, without regard to case;
 *   <li>{@code d:} the domain of each address;
 *   <li>{@code p:} the last seven digits of each telephone number of at least seven;
 *   <li>{@code n:} of a person's name, {@code c:} of a company's without its legal form, each pair of its first four words,
 *       by their first three letters, in ascending order, without case and accents; the first five letters of a name of
 *       one word;
 *   <li>{@code j:} the first six letters of a company's name with its words joined.
 * </ul>
 *
 * <p>What it is not: evidence. A shared key only says that two records are worth a comparison.
 *
 * <p>Source: "blocking" of record linkage; P. Christen, "A Survey of Indexing Techniques for Scalable Record Linkage and
 * Deduplication", IEEE TKDE 24 (2012) 1537-1555.
 */
public final class DuplicateKeys {

    /** The greatest number of characters of a key. */
    public static final int LONGEST = 260;

    private static final Pattern EXTENSION = Pattern.compile("(?i)(x|ext).*$");
    private static final int PHONE_DIGITS = 7;
    private static final int MOST_WORDS = 4;
    private static final int OF_WORD = 3;
    private static final int OF_ONLY_WORD = 5;
    private static final int OF_JOINED = 6;

    private DuplicateKeys() {}

    /**
     * Lists the keys of a record.
     *
     * @param noun the record, of any noun
     * @return its keys in ascending order; empty for converted leads and merged records, which live on as others, for erased
     *     ones, and for nouns that have no duplicates
     */
    public static Set<String> of(Noun<?> noun) {
        if (noun instanceof Person person && isWhole(person.relationship())) {
            return of(DuplicateProfile.of(person));
        } else if (noun instanceof Company company && isWhole(company.relationship())) {
            return of(DuplicateProfile.of(company));
        } else if (noun instanceof Lead lead && lead.progress().status() != LeadStatus.CONVERTED) {
            return of(DuplicateProfile.of(lead));
        }
        return Set.of();
    }

    private static boolean isWhole(Relationship relationship) {
        return relationship.state() != PartyState.MERGED && relationship.state() != PartyState.ERASED;
    }

    /**
     * Lists the keys of a profile.
     *
     * @param profile the profile
     * @return its keys in ascending order
     */
    public static Set<String> of(DuplicateProfile profile) {
        Set<String> keys = new TreeSet<>();
        profile.emails().forEach(email -> addEmail(email, keys::add));
        profile.phones().forEach(phone -> addPhone(phone, keys::add));
        if (profile.personName() != null) {
            addWords("n:", DuplicateNames.words(profile.personName()), keys::add);
        }
        if (profile.companyName() != null) {
            List<String> words = DuplicateNames.companyWords(profile.companyName());
            addWords("c:", words, keys::add);
            keys.add("j:" + start(String.join("", words), OF_JOINED));
        }
        return keys;
    }

    private static void addEmail(EmailAddress email, Consumer<String> keys) {
        String folded = Folding.folded(email.value());
        keys.accept("e:" + folded);
        keys.accept(domainKey(folded.substring(folded.indexOf('@') + 1)));
    }

    static String domainKey(String domain) {
        return "d:" + domain;
    }

    private static void addPhone(String phone, Consumer<String> keys) {
        String digits = EXTENSION.matcher(phone).replaceFirst("").replaceAll("[^0-9]", "");
        if (digits.length() >= PHONE_DIGITS) {
            keys.accept("p:" + digits.substring(digits.length() - PHONE_DIGITS));
        }
    }

    private static void addWords(String kind, List<String> words, Consumer<String> keys) {
        if (words.size() == 1) {
            keys.accept(kind + start(words.get(0), OF_ONLY_WORD));
        }
        List<String> sorted = words.stream().limit(MOST_WORDS).sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                keys.accept(kind + start(sorted.get(i), OF_WORD) + "+" + start(sorted.get(j), OF_WORD));
            }
        }
    }

    private static String start(String word, int length) {
        return word.substring(0, Math.min(length, word.length()));
    }
}
