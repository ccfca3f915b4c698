package io.crmkit.core.service;

import io.crmkit.core.party.CompanyId;
import io.crmkit.core.party.DuplicateKind;
import io.crmkit.core.party.MergeRule;
import io.crmkit.core.party.PersonId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to make one of two people, or of two companies.
 *
 * @param kind of which noun they are
 * @param survivor the identity of the record that stays
 * @param merged the identity of the record that is merged into it
 * @param rules which value is kept, by field, for fields where it is not the one usual: the survivor's, or both where a
 *     field has several values
 * @param reason why, 1 to 500 characters, or null
 */
public record MergeRecords(
        @NotNull DuplicateKind kind,
        @NotNull UUID survivor,
        @NotNull UUID merged,
        @NotNull Map<@NotNull String, @NotNull MergeRule> rules,
        @Size(min = 1, max = 500) @PlainText @Nullable String reason) {

    /**
     * Wishes to make one of two people.
     *
     * @param survivor the person that stays
     * @param merged the person merged into it
     * @return the command
     */
    public static MergeRecords people(PersonId survivor, PersonId merged) {
        return new MergeRecords(DuplicateKind.PERSON, survivor.value(), merged.value(), Map.of(), null);
    }

    /**
     * Wishes to make one of two companies.
     *
     * @param survivor the company that stays
     * @param merged the company merged into it
     * @return the command
     */
    public static MergeRecords companies(CompanyId survivor, CompanyId merged) {
        return new MergeRecords(DuplicateKind.COMPANY, survivor.value(), merged.value(), Map.of(), null);
    }

    /**
     * Wishes for another rule for a field.
     *
     * @param field the field, such as {@code name}, {@code relationship.owner} or {@code tags}
     * @param rule which value is kept
     * @return a copy that differs in this rule only
     */
    public MergeRecords keeping(String field, MergeRule rule) {
        Map<String, MergeRule> more = new HashMap<>(rules);
        more.put(field, rule);
        return new MergeRecords(kind, survivor, merged, Map.copyOf(more), reason);
    }

    /**
     * Says why.
     *
     * @param why the reason, 1 to 500 characters
     * @return a copy that differs in its reason only
     */
    public MergeRecords because(String why) {
        return new MergeRecords(kind, survivor, merged, rules, why);
    }
}
