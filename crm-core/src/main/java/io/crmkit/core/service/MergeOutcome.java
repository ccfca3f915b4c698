package io.crmkit.core.service;

import io.crmkit.core.party.ContactPoint;
import io.crmkit.core.party.MergeRule;
import io.crmkit.core.party.MergedField;
import io.crmkit.core.value.CustomFields;
import io.crmkit.core.value.FieldKey;
import io.crmkit.core.value.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What two records come to as one: field by field, which value is kept and why.
 *
 * @param <N> the noun
 */
final class MergeOutcome<N extends Noun<?>> {

    static final String CONTACT_POINTS = "contactPoints";
    static final String CUSTOM = "custom";
    static final String TAGS = "tags";

    /* what a record can hold at most */
    private static final int MOST_CONTACT_POINTS = 50;
    private static final int MOST_TAGS = 100;

    private final MergeParty<N, ?> party;
    private final Map<String, MergeRule> rules;
    private final ToLongBiFunction<N, String> lastSet;
    private final N survivor;
    private final N merged;
    private final List<MergeChoice> choices = new ArrayList<>();
    private final List<MergedField> added = new ArrayList<>();
    private final List<String> conflicts = new ArrayList<>();

    MergeOutcome(
            MergeParty<N, ?> party,
            Map<String, MergeRule> rules,
            ToLongBiFunction<N, String> lastSet,
            N survivor,
            N merged) {
        this.party = party;
        this.rules = rules;
        this.lastSet = lastSet;
        this.survivor = survivor;
        this.merged = merged;
    }

    N result() {
        N result = survivor;
        for (MergeField<N> field : party.fields()) {
            result = field.with().apply(result, chosen(field));
        }
        return party.with(result, contactPoints(), custom(), tags());
    }

    List<MergeChoice> choices() {
        return choices;
    }

    List<String> conflicts() {
        return conflicts;
    }

    /** What was changed in the survivor, now that the result is known. */
    List<MergedField> changes(N result) {
        List<MergedField> changes = new ArrayList<>();
        for (MergeField<N> field : party.fields()) {
            String before = field.read().apply(survivor);
            String after = field.read().apply(result);
            if (!Objects.equals(before, after)) {
                changes.add(new MergedField(field.name(), before, after));
            }
        }
        changes.addAll(added);
        return changes;
    }

    private @Nullable String chosen(MergeField<N> field) {
        String mine = field.read().apply(survivor);
        String theirs = field.read().apply(merged);
        if (theirs == null || theirs.equals(mine)) {
            return mine;
        }
        MergeRule rule = rules.getOrDefault(field.name(), MergeRule.SURVIVOR);
        if (mine == null) {
            choices.add(new MergeChoice(field.name(), null, theirs, theirs, rule, "only the merged record has one"));
            return theirs;
        }
        return chosen(field.name(), mine, theirs, rule);
    }

    private String chosen(String field, String mine, String theirs, MergeRule rule) {
        boolean takesTheirs = switch (rule) {
            case SURVIVOR, UNION -> false;
            case MERGED -> true;
            case LONGEST -> theirs.length() > mine.length();
            case NEWEST -> lastSet.applyAsLong(merged, field) > lastSet.applyAsLong(survivor, field);
        };
        String kept = takesTheirs ? theirs : mine;
        choices.add(new MergeChoice(field, mine, theirs, kept, rule, why(rule, takesTheirs)));
        conflicts.add(field + " differs: '" + kept + "' is kept, '" + (takesTheirs ? mine : theirs) + "' is not");
        return kept;
    }

    private static String why(MergeRule rule, boolean takesTheirs) {
        String whose = takesTheirs ? "the merged record's" : "the survivor's";
        return switch (rule) {
            case SURVIVOR, MERGED, UNION -> "the rule takes " + whose;
            case LONGEST -> whose + " is " + (takesTheirs ? "longer" : "as long or longer");
            case NEWEST -> whose + " was set " + (takesTheirs ? "later" : "no earlier");
        };
    }

    private boolean unites(String field) {
        return rules.getOrDefault(field, MergeRule.UNION) == MergeRule.UNION;
    }

    private void add(String field, String text) {
        added.add(new MergedField(field, null, text));
        choices.add(new MergeChoice(field, null, text, text, MergeRule.UNION, "only the merged record has it"));
    }

    private void leaveOut(String field, String text, String why) {
        choices.add(new MergeChoice(field, null, text, null, MergeRule.UNION, why));
        conflicts.add(field + " is left out: " + why);
    }

    private List<ContactPoint> contactPoints() {
        List<ContactPoint> all = new ArrayList<>(party.contactPoints(survivor));
        List<ContactPoint> theirs = party.contactPoints(merged);
        for (int i = 0; i < theirs.size() && unites(CONTACT_POINTS); i++) {
            ContactPoint point = theirs.get(i);
            if (all.stream().noneMatch(mine -> mine.matchKey().equals(point.matchKey()))) {
                String field = CONTACT_POINTS + "[" + i + "]";
                if (all.size() == MOST_CONTACT_POINTS) {
                    leaveOut(field, point.matchKey(), "a record has at most " + MOST_CONTACT_POINTS);
                } else {
                    all.add(point);
                    add(field, point.matchKey());
                }
            }
        }
        return all;
    }

    private Set<String> tags() {
        Set<String> all = new TreeSet<>(party.tags(survivor));
        for (String tag : unites(TAGS) ? party.tags(merged) : Set.<String>of()) {
            String field = TAGS + "[" + tag + "]";
            if (all.stream().anyMatch(other -> other.equalsIgnoreCase(tag))) {
                continue; // the survivor's spelling stays
            }
            if (!all.contains(tag) && all.size() == MOST_TAGS) {
                leaveOut(field, tag, "a record has at most " + MOST_TAGS);
            } else if (all.add(tag)) {
                add(field, tag);
            }
        }
        return all;
    }

    private CustomFields custom() {
        CustomFields all = party.custom(survivor);
        for (FieldKey<?> key : unites(CUSTOM) ? party.custom(merged).keys() : List.<FieldKey<?>>of()) {
            all = withCustom(all, key);
        }
        return all;
    }

    /* by name: a field is held once, whatever the kind of its value */
    private <T> CustomFields withCustom(CustomFields all, FieldKey<T> key) {
        T value = party.custom(merged).get(key);
        String field = CUSTOM + "." + key.name();
        boolean taken = all.keys().stream().anyMatch(mine -> mine.name().equals(key.name()));
        if (value == null || value.equals(all.get(key))) {
            return all;
        } else if (taken) {
            leaveOut(field, value.toString(), "the survivor has another");
            return all;
        } else if (all.keys().size() == CustomFields.MOST) {
            leaveOut(field, value.toString(), "a record has at most " + CustomFields.MOST);
            return all;
        }
        add(field, value.toString());
        return all.with(key, value);
    }
}
