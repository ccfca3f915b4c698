package io.crmkit.core.activity;

import static java.util.Objects.requireNonNull;

import io.crmkit.core.value.Noun;
import io.crmkit.core.value.Revision;
import io.crmkit.core.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * What an activity type means to a tenant. A type that was never defined counts what is held, for the seller whose it is,
 * and for the step of its own code.
 *
 * <p>The definition that counts is the one in force now: redefining a type recounts the past.
 *
 * @param id the identity
 * @param revision the revision this record was read at
 * @param type the type defined
 * @param name the name, for people, 1 to 100 characters
 * @param kind the kind of its activities, or null where it has none
 * @param role what its count tells, or null where that is not said
 * @param step the step of the funnel it counts for: its own type, or another's
 * @param counting which of its activities count, and whose they are
 * @param followUp what is to be done after one, or null
 */
public record ActivityTypeDefinition(
        ActivityTypeDefinitionId id,
        Revision revision,
        ActivityType type,
        String name,
        @Nullable ActivityKind kind,
        @Nullable IndicatorRole role,
        ActivityType step,
        CountingRule counting,
        @Nullable FollowUpSuggestion followUp)
        implements Noun<ActivityTypeDefinitionId> {

    /**
     * Makes a definition.
     *
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public ActivityTypeDefinition {
        requireNonNull(id, "id");
        requireNonNull(revision, "revision");
        requireNonNull(type, "type");
        Text.required("name", name, 100);
        requireNonNull(step, "step");
        requireNonNull(counting, "counting");
    }

    @Override
    public String naturalKey() {
        return name;
    }

    /**
     * Returns the same definition under another name.
     *
     * @param other the name, 1 to 100 characters
     * @return a copy that differs in its name only
     * @throws IllegalArgumentException if the name breaks its rule
     */
    public ActivityTypeDefinition called(String other) {
        return new ActivityTypeDefinition(id, revision, type, other, kind, role, step, counting, followUp);
    }

    @Override
    public ActivityTypeDefinition withRevision(Revision next) {
        return new ActivityTypeDefinition(id, next, type, name, kind, role, step, counting, followUp);
    }
}
