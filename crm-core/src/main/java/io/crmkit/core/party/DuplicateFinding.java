package io.crmkit.core.party;

/**
 * One reason why two records may be the same, or may not.
 *
 * @param evidence of which kind it is
 * @param likeness how alike the values are, 0 to 1
 * @param weight what that is worth, in bits; negative where it speaks against
 * @param mine the one record's value, as written
 * @param theirs the other record's value, as written
 */
public record DuplicateFinding(
        DuplicateEvidence evidence, double likeness, double weight, String mine, String theirs) {}
