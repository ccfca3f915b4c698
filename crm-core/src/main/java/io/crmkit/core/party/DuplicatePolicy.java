package io.crmkit.core.party;

import static io.crmkit.core.party.DuplicateEvidence.COMPANY_NAME;
import static io.crmkit.core.party.DuplicateEvidence.EMAIL;
import static io.crmkit.core.party.DuplicateEvidence.EMAIL_DOMAIN;
import static io.crmkit.core.party.DuplicateEvidence.EMPLOYER;
import static io.crmkit.core.party.DuplicateEvidence.PERSON_NAME;
import static io.crmkit.core.party.DuplicateEvidence.PHONE;

import io.crmkit.core.value.Folding;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What counts as evidence of a duplicate, how much, and how much is enough.
 *
 * @param weights what each kind of evidence is worth; a kind without a weight is not looked at
 * @param threshold how many bits make two records likely duplicates, over 0
 * @param freeMailDomains the domains anybody can have an address at, which say nothing of a company
 * @param mostSharing how many records may share a key for it to mean anything, 1 to 1,000
 */
public record DuplicatePolicy(
        Map<DuplicateEvidence, DuplicateWeight> weights,
        double threshold,
        Set<String> freeMailDomains,
        int mostSharing) {

    /** What serves where nothing better is known: a name alone makes companies duplicates, and not people. */
    public static final DuplicatePolicy DEFAULT = new DuplicatePolicy(
            Map.of(
                    EMAIL, new DuplicateWeight(13, -1.5, 0),
                    PHONE, new DuplicateWeight(10, -1, 0),
                    PERSON_NAME, new DuplicateWeight(9, -12, 0.85),
                    COMPANY_NAME, new DuplicateWeight(11, -8, 0.85),
                    EMPLOYER, new DuplicateWeight(4, -3, 0.85),
                    EMAIL_DOMAIN, new DuplicateWeight(5, 0, 0)),
            10,
            Set.of(
                    "gmail.com",
                    "googlemail.com",
                    "yahoo.com",
                    "yahoo.it",
                    "yahoo.de",
                    "yahoo.co.uk",
                    "hotmail.com",
                    "hotmail.it",
                    "hotmail.co.uk",
                    "outlook.com",
                    "outlook.it",
                    "outlook.de",
                    "live.com",
                    "msn.com",
                    "icloud.com",
                    "me.com",
                    "aol.com",
                    "gmx.de",
                    "gmx.at",
                    "gmx.net",
                    "gmx.ch",
                    "web.de",
                    "t-online.de",
                    "freenet.de",
                    "libero.it",
                    "virgilio.it",
                    "alice.it",
                    "tiscali.it",
                    "orange.fr",
                    "free.fr",
                    "laposte.net",
                    "proton.me",
                    "protonmail.com",
                    "mail.com",
                    "mail.ru",
                    "yandex.ru",
                    "qq.com",
                    "163.com"),
            50);

    private static final int MOST_SHARING = 1_000;

    /**
     * Makes a policy.
     *
     * @throws IllegalArgumentException if a number is outside its range
     */
    public DuplicatePolicy {
        weights = weights.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(weights));
        if (!(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("threshold must be over 0 bits: threshold = " + threshold);
        }
        if (mostSharing < 1 || mostSharing > MOST_SHARING) {
            throw new IllegalArgumentException(
                    "mostSharing must be 1 to " + MOST_SHARING + ": mostSharing = " + mostSharing);
        }
        Set<String> folded = new TreeSet<>();
        freeMailDomains.forEach(domain -> folded.add(Folding.folded(domain)));
        freeMailDomains = Set.copyOf(folded);
    }

    /**
     * Returns the same policy with another threshold.
     *
     * @param bits how many bits make a likely duplicate, over 0
     * @return a copy that differs in its threshold only
     * @throws IllegalArgumentException if the threshold is not over 0
     */
    public DuplicatePolicy withThreshold(double bits) {
        return new DuplicatePolicy(weights, bits, freeMailDomains, mostSharing);
    }

    /**
     * Returns the same policy with another weight.
     *
     * @param evidence the kind of evidence
     * @param weight what it is worth
     * @return a copy that differs in this weight only
     */
    public DuplicatePolicy withWeight(DuplicateEvidence evidence, DuplicateWeight weight) {
        Map<DuplicateEvidence, DuplicateWeight> others = new EnumMap<>(DuplicateEvidence.class);
        others.putAll(weights);
        others.put(evidence, weight);
        return new DuplicatePolicy(others, threshold, freeMailDomains, mostSharing);
    }

    /**
     * Says whether an address at a domain says nothing of a company.
     *
     * @param domain the domain
     * @return true where anybody can have an address there
     */
    public boolean isFreeMail(String domain) {
        return freeMailDomains.contains(Folding.folded(domain));
    }

    /**
     * Lists the keys under which likely duplicates of a record are looked for.
     *
     * @param profile the record's profile
     * @return its keys, without those of free-mail domains
     */
    public Set<String> keys(DuplicateProfile profile) {
        Set<String> keys = new TreeSet<>(DuplicateKeys.of(profile));
        freeMailDomains.forEach(domain -> keys.remove(DuplicateKeys.domainKey(domain)));
        return keys;
    }
}
