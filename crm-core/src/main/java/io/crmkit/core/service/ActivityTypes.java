package io.crmkit.core.service;

import io.crmkit.core.activity.ActivityType;
import io.crmkit.core.activity.ActivityTypeDefinition;
import io.crmkit.core.activity.ActivityTypeDefinitionId;
import io.crmkit.core.port.StaleRevisionException;
import io.crmkit.core.value.Revision;
import java.util.Optional;

/**
 * What activity types mean: which of their activities count, for which step, and whose they are. Types that were never
 * defined can be used, too.
 */
public final class ActivityTypes extends Records<ActivityTypeDefinition, ActivityTypeDefinitionId> {

    /**
     * Serves one call.
     *
     * @param call the call
     */
    public ActivityTypes(Call call) {
        super(call, call.stores().activityTypes());
    }

    /**
     * Finds what a type means.
     *
     * @param type the type
     * @return its definition; empty where it was never defined
     */
    public Optional<ActivityTypeDefinition> of(ActivityType type) {
        return find(ActivityTypeDefinitionId.of(call().tenant(), type));
    }

    /**
     * Defines a type for the first time.
     *
     * @param command what it means
     * @return the definition as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws StaleRevisionException if it is defined already
     */
    public ActivityTypeDefinition define(DefineActivityType command) {
        return added(definition(call().commands().check(command)));
    }

    /**
     * Defines a type anew; what it counted before is counted by the new definition, too.
     *
     * @param command what it means from now on
     * @param from the revision of the definition that the caller has seen
     * @return the definition as stored
     * @throws io.crmkit.core.value.InvalidCommandException if a field breaks its rule
     * @throws io.crmkit.core.value.NotFoundException if it was never defined
     * @throws StaleRevisionException if somebody else changed it since
     */
    public ActivityTypeDefinition redefine(DefineActivityType command, Revision from) {
        ActivityTypeDefinition wish = definition(call().commands().check(command));
        ActivityTypeDefinition stored = current(wish.id(), from);
        return changed(stored, wish.withRevision(from));
    }

    private ActivityTypeDefinition definition(DefineActivityType define) {
        ActivityType step = define.step();
        return new ActivityTypeDefinition(
                ActivityTypeDefinitionId.of(call().tenant(), define.type()),
                Revision.NONE,
                define.type(),
                define.name(),
                define.kind(),
                define.role(),
                step == null ? define.type() : step,
                define.counting(),
                define.followUp());
    }
}
