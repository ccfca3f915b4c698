package io.crmkit.core.party;

import java.util.List;

/**
 * How much speaks for two records being the same, and what.
 *
 * @param mine the one record
 * @param theirs the other
 * @param findings each piece of evidence there is, in the order of {@link DuplicateEvidence}; where a value is missing on
 *     either side there is none
 */
public record DuplicateScore(DuplicateProfile mine, DuplicateProfile theirs, List<DuplicateFinding> findings) {

    /** Makes a score. */
    public DuplicateScore {
        findings = List.copyOf(findings);
    }

    /**
     * Returns what all the evidence is worth.
     *
     * @return the sum of the findings' weights, in bits; 0 where there is none
     */
    public double total() {
        return findings.stream().mapToDouble(DuplicateFinding::weight).sum();
    }
}
