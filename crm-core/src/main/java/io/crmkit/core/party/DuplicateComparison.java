package io.crmkit.core.party;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.EmailAddress;
import io.crmkit.core.value.Folding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares records by a policy.
 *
 * <p>Definition: of each kind of evidence the best pair of values counts, once; equal e-mail addresses leave their domain
 * without weight, since it says nothing more.
 *
 * @param policy what counts, and how much
 * @param normalizer a telephone number as written to the one form all numbers are compared in, or null where it cannot
 *     be told
 */
public record DuplicateComparison(DuplicatePolicy policy, Function<String, @Nullable String> normalizer) {

    /** Makes a comparison. */
    public DuplicateComparison {
        requireNonNull(policy, "policy");
        requireNonNull(normalizer, "normalizer");
    }

    /**
     * Compares two records.
     *
     * @param mine the one
     * @param theirs the other
     * @return what speaks for and against their being the same
     */
    public DuplicateScore score(DuplicateProfile mine, DuplicateProfile theirs) {
        Optional<DuplicateFinding> email = best(
                DuplicateEvidence.EMAIL, values(mine.emails()), values(theirs.emails()), DuplicateComparison::sameText);
        List<DuplicateFinding> findings = new ArrayList<>();
        email.ifPresent(findings::add);
        best(DuplicateEvidence.PHONE, mine.phones(), theirs.phones(), this::samePhone)
                .ifPresent(findings::add);
        addNames(mine, theirs, findings);
        if (email.isEmpty() || email.get().likeness() < 1) {
            best(DuplicateEvidence.EMAIL_DOMAIN, domains(mine), domains(theirs), DuplicateComparison::sameText)
                    .ifPresent(findings::add);
        }
        return new DuplicateScore(mine, theirs, findings);
    }

    private void addNames(DuplicateProfile mine, DuplicateProfile theirs, List<DuplicateFinding> findings) {
        Optional<DuplicateFinding> person = best(
                DuplicateEvidence.PERSON_NAME,
                one(mine.personName()),
                one(theirs.personName()),
                (a, b) -> DuplicateNames.similarity(DuplicateNames.words(a), DuplicateNames.words(b)));
        person.ifPresent(findings::add);
        boolean people = mine.personName() != null && theirs.personName() != null;
        best(
                        people ? DuplicateEvidence.EMPLOYER : DuplicateEvidence.COMPANY_NAME,
                        one(mine.companyName()),
                        one(theirs.companyName()),
                        (a, b) -> DuplicateNames.similarity(
                                DuplicateNames.companyWords(a), DuplicateNames.companyWords(b)))
                .ifPresent(findings::add);
    }

    /**
     * Says whether the evidence is enough.
     *
     * @param score the score
     * @return true where it reaches the threshold
     */
    public boolean isLikely(DuplicateScore score) {
        return score.total() >= policy.threshold();
    }

    private Optional<DuplicateFinding> best(
            DuplicateEvidence evidence,
            Collection<String> mine,
            Collection<String> theirs,
            ToDoubleBiFunction<String, String> likeness) {
        DuplicateWeight weight = policy.weights().get(evidence);
        DuplicateFinding best = null;
        if (weight != null) {
            for (String a : mine) {
                for (String b : theirs) {
                    double alike = likeness.applyAsDouble(a, b);
                    if (alike >= 0 && (best == null || alike > best.likeness())) {
                        best = new DuplicateFinding(evidence, alike, weight.of(alike), a, b);
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double sameText(String one, String other) {
        return Folding.folded(one).equals(Folding.folded(other)) ? 1 : 0;
    }

    /* negative where neither can be told: two numbers without their country may be the same or not */
    private double samePhone(String one, String other) {
        String mine = normalizer.apply(one);
        String theirs = normalizer.apply(other);
        return mine == null || theirs == null ? -1 : mine.equals(theirs) ? 1 : 0;
    }

    private static List<String> values(Collection<EmailAddress> emails) {
        return emails.stream().map(EmailAddress::value).sorted().toList();
    }

    private List<String> domains(DuplicateProfile profile) {
        return values(profile.emails()).stream()
                .map(email -> email.substring(email.indexOf('@') + 1))
                .filter(domain -> !policy.isFreeMail(domain))
                .toList();
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
